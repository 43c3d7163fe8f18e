import type { ExpectedNote } from './expected-notes.ts';
import { openPdf, type PdfFile } from './pdf-file.ts';
import { comparePrint } from './printed-text.ts';
import type { NoteCount } from '../../book/conservation.ts';
import { lossFault, Losses, type NoteProof } from './losses.ts';

/** What tells the text of the notes. */
interface Print {
  /** Heights in points from the lower edge of the sheet. */
  readonly textArea: { readonly bottom: number; readonly top: number };
  /** Characters no font has. */
  readonly missing: ReadonlySet<string>;
}

/**
 * How many notes the press PDF has, each complete. It has no links and no destinations, so that
 * only its text tells: a note must stand on the page where the print has it, or go on from there.
 * What is not there is told of as `note-lost`.
 *
 * @param bytes the finished file
 * @param expected the notes of the manuscript
 * @param print.anchors the page of each note by its id
 * @param print.textArea where the text of the pages stands, beside running heads and folios
 * @param print.missing characters no font of the book has
 */
export async function checkNotesInPress(
  bytes: Uint8Array,
  expected: ReadonlyArray<ExpectedNote>,
  print: Print & { readonly anchors: ReadonlyMap<string, number> },
): Promise<NoteProof<Pick<NoteCount, 'notes'>>> {
  if (expected.length === 0) return { count: { notes: 0 }, messages: [] };
  const losses = new Losses('press PDF');
  const starts = expected.flatMap(({ note }) => print.anchors.get(note.id) ?? []).toSorted((a, b) => a - b);
  const pdf = await openPdf(bytes);
  try {
    let notes = 0;
    for (const each of expected) {
      const start = print.anchors.get(each.note.id);
      const fault =
        start === undefined
          ? 'is missing'
          : await faultOf(each, pdf, start, endOf(start, starts, pdf), print);
      if (fault === undefined) notes++;
      else losses.ofNote(each, fault);
    }
    return { count: { notes }, messages: losses.messages };
  } finally {
    await pdf.close();
  }
}

/** The page where the first note begins that begins on a later page: no note goes on beyond it. */
function endOf(start: number, starts: ReadonlyArray<number>, pdf: PdfFile): number {
  return starts.find((page) => page > start) ?? pdf.pages - 1;
}

async function faultOf(
  { passages }: ExpectedNote,
  pdf: PdfFile,
  start: number,
  end: number,
  { textArea: { bottom, top }, missing }: Print,
): Promise<string | undefined> {
  const texts: string[] = [];
  let loss: ReturnType<typeof comparePrint>;
  for (let index = start; index <= end; index++) {
    const { runs } = await pdf.page(index);
    texts.push(...runs.filter(({ y }) => y > bottom && y < top).map(({ text }) => text));
    loss = comparePrint(passages, texts.join(''), missing);
    if (loss === undefined) return undefined;
  }
  return loss === undefined ? 'is missing' : lossFault(loss);
}
