import type { NoteCount } from '../../book/conservation.ts';
import type { ExpectedNote } from './expected-notes.ts';
import { linksByTarget, type PlacedLink } from './links-by-target.ts';
import { noteBands, runsIn, type Band } from './note-bands.ts';
import { numberFault } from './number-fault.ts';
import { openPdf, type PdfFile } from './pdf-file.ts';
import { checkMarksInPdf } from './pdf-marks.ts';
import { textUnder } from './pdf-page.ts';
import { comparePrint } from './printed-text.ts';
import { lossFault, Losses, ownMark, type NoteProof } from './losses.ts';

/** What the check of one PDF works with. */
interface Print {
  readonly pdf: PdfFile;
  readonly bands: ReadonlyMap<string, Band>;
  readonly links: ReadonlyMap<string, ReadonlyArray<PlacedLink>>;
  /** Characters no font has. */
  readonly missing: ReadonlySet<string>;
}

/**
 * What a PDF has of the notes: every one must be there once, complete and under its number, which
 * leads back to the first mark; every mark must show the number and lead to the note; and in the
 * note a link must lead back to each mark. What is not is told of as `note-lost`.
 *
 * @param bytes the finished file, with a named destination for every note and mark
 * @param expected the notes of the manuscript
 * @param options.missing characters no font of the book has
 */
export async function checkNotesInPdf(
  bytes: Uint8Array,
  expected: ReadonlyArray<ExpectedNote>,
  { missing }: { readonly missing: ReadonlySet<string> },
): Promise<NoteProof<NoteCount>> {
  const losses = new Losses('PDF');
  const count = { notes: 0, citations: 0, backlinks: 0 };
  if (expected.length === 0) return { count, messages: [] };
  const pdf = await openPdf(bytes);
  try {
    const bands = await noteBands(pdf, expected);
    const links = await linksByTarget(pdf, [...bands.values()]);
    const print = { pdf, bands, links, missing };
    for (const each of expected) {
      const faults = await noteFaults(each, print);
      for (const fault of faults) losses.ofNote(each, fault);
      if (faults.length === 0) count.notes++;
      if (!bands.has(each.note.id)) continue;
      count.citations += await checkMarksInPdf(pdf, each, missing, losses);
      count.backlinks += checkBackLinks(each, print, losses);
    }
    return { count, messages: losses.messages };
  } finally {
    await pdf.close();
  }
}

async function noteFaults(expected: ExpectedNote, print: Print): Promise<string[]> {
  const band = print.bands.get(expected.note.id);
  if (band === undefined) return ['is missing'];
  const { label } = band;
  const faults: string[] = [];
  const labels = (print.links.get(label?.link?.target ?? '') ?? []).filter(
    ({ text }) => text === label?.text,
  );
  if (labels.length > 1) faults.push(`is there ${labels.length} times`);
  const number = numberFault(label?.text ?? '', expected.number, print.missing);
  if (number !== undefined) faults.push(number);
  const loss = comparePrint(expected.passages, await textOf(expected, band, print), print.missing);
  if (loss !== undefined) faults.push(lossFault(loss));
  return faults;
}

/** The text in the band of a note, without its number and its links back. */
async function textOf({ citations }: ExpectedNote, band: Band, { pdf }: Print): Promise<string> {
  const back = new Set(citations.map(({ anchor }) => anchor));
  const texts: string[] = [];
  for (let index = band.start.page; index <= band.end.page; index++) {
    const { runs, links } = await pdf.page(index);
    const own = links.filter(({ target }) => back.has(target));
    for (const run of runsIn(band, index, runs)) {
      if (!own.some((link) => textUnder(link, [run]) !== '')) texts.push(run.text);
    }
  }
  return texts.join('');
}

/** The number of marks to which a link in the note leads back. */
function checkBackLinks(expected: ExpectedNote, { pdf, bands, links }: Print, losses: Losses): number {
  const band = bands.get(expected.note.id);
  let right = 0;
  for (const citation of expected.citations) {
    // A mark that is missing has been reported; nothing could lead back to it.
    if (band === undefined || !pdf.destinations.has(citation.anchor)) continue;
    const back = (links.get(citation.anchor) ?? []).some(({ page, link }) =>
      standsIn(band, page, link.area[1]),
    );
    if (back) right++;
    else losses.ofNote(expected, `does not lead back to ${ownMark(expected, citation)}`);
  }
  return right;
}

function standsIn({ start, end }: Band, page: number, y: number): boolean {
  if (page < start.page || page > end.page) return false;
  return (page !== start.page || y < start.y) && (page !== end.page || y >= end.y - 5);
}
