import type { Bytes } from '../../book/bytes.ts';
import type { PageMap } from '../../book/page-map.ts';
import type { MovedNotes } from '../../emit/pdf/page/pagination.ts';
import type { ExpectedNote } from '../../prove/notes/expected-notes.ts';
import type { EditionKind, Making, MadeEdition, Proof } from './edition.ts';

/** The PDF for screens: tagged, linked, with bookmarks. */
export const pdf = {
  name: 'pdf',
  title: 'PDF for screens',
  kind: 'pdf',
  product: 'pdf',
  isPaged: true,
  handed: ['parse files', 'divide the words'],
  suffix: '.pdf',
  load: () =>
    Promise.all([import('../../emit/pdf/screen/finish-screen.ts'), import('../../prove/text/pdf-text.ts')]),
  make,
} as const satisfies EditionKind;

async function make(making: Making): Promise<MadeEdition | undefined> {
  const { schedule } = making;
  const printed = await making.print;
  if (printed?.pdf === undefined) return undefined;
  const { pdf: print, about, pagination, geometry, pageMap } = printed;
  const bytes = await schedule.run('finish the PDF', async () => {
    const { finishForScreen } = await import('../../emit/pdf/screen/finish-screen.ts');
    const { scratch, shelf } = making;
    return finishForScreen(print, about, pagination, geometry, scratch, shelf('screen pages'));
  });
  return {
    bytes,
    proof: schedule.run('prove the PDF', () => prove(bytes, pageMap, pagination.movedNotes ?? [], making)),
  };
}

async function prove(
  bytes: Bytes,
  { anchors, feet }: PageMap,
  movedNotes: ReadonlyArray<MovedNotes>,
  { expected, shelf, composed: { missing } }: Making,
): Promise<Proof> {
  const [{ checkNotesInPdf }, { provePdfText }, { textLosses }, { notes, text }] = await Promise.all([
    import('../../prove/notes/pdf-notes.ts'),
    import('../../prove/text/pdf-text.ts'),
    import('../../prove/text/text-losses.ts'),
    expected,
  ]);
  const { count, losses, pages } = provePdfText(
    bytes,
    'pdf',
    text,
    { anchors, feet, missing },
    shelf('screen text'),
  );
  return {
    notes: checkNotesInPdf(bytes, notesWhere(notes, movedNotes), { missing, losses }),
    text: { count, messages: textLosses('PDF', losses) },
    pages,
  };
}

/** The notes as they must be where some do not begin at the foot of the page of their mark. */
function notesWhere(
  expected: ReadonlyArray<ExpectedNote>,
  movedNotes: ReadonlyArray<MovedNotes>,
): ReadonlyArray<ExpectedNote> {
  if (movedNotes.length === 0) return expected;
  const moved = new Set(movedNotes.flatMap(({ notes }) => notes));
  return expected.map((note) => {
    const { atFoot: _, place: _place, ...placed } = note;
    return moved.has(note.id) ? placed : note;
  });
}
