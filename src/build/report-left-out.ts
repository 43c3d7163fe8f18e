import { report } from '../book/messages/messages.ts';
import { pointIn } from '../book/messages/point-in.ts';
import type { PrintedBook } from '../emit/pdf/print-book.ts';
import type { Source } from './source.ts';
import { sections, type Book, type Hast } from '../book/book.ts';

/** What is left out, why, and how its declaration begins. */
const effects = [
  ['The filter', 'it would turn the text into a picture', /^(?:-webkit-)?filter/i],
  ['The transform', 'turned in space, letters become mere outlines', /^(?:-webkit-)?transform/i],
  [
    'The outline of letters',
    'it would turn them into drawings that a press cannot check',
    /^-webkit-text-stroke/i,
  ],
] as const;

/** Tells of effects that print has left out, where the author's stylesheet declares them. */
export function reportLeftOut({ pagination: { leftOut = [] } }: PrintedBook, { manuscript }: Source): void {
  const { stylesheet } = manuscript;
  if (stylesheet === undefined) return;
  for (const offset of leftOut.toSorted((a, b) => a - b)) {
    const declaration = String(stylesheet).slice(offset);
    const [what, why] = effects.find(([, , named]) => named.test(declaration)) ?? effects[0];
    const reason = `${what} is left out in print where it is on text: ${why}`;
    report(stylesheet, 'stylesheet-effect', reason, pointIn(stylesheet, offset));
  }
}

/** Tells of what did not come to rest while the pages were made, and of notes that are not where they belong. */
export function reportUnsettled(
  { pagination: { movedNotes = [], unsettled } }: PrintedBook,
  { notes, ...book }: Book<Hast>,
  { manuscript }: Source,
): void {
  for (const moved of movedNotes) {
    const section = sections({ notes, ...book }).find(({ id }) => id === moved.section);
    if (section !== undefined && moved.atEnd)
      report(
        section.file,
        'notes-moved',
        'The notes of this chapter found no rest at the foot of its pages, and stand at its end',
      );
    if (moved.atEnd) continue;
    for (const { label, file, tree } of notes.filter((note) => moved.notes.includes(note.id)))
      report(
        file,
        'notes-moved',
        `The note [^${label}] begins behind the page of its mark, on which it has no room`,
        tree.position,
      );
  }
  // Without styles of the author, the first of the files has to stand for the book.
  const styled = manuscript.stylesheet ?? manuscript.files[0];
  if (unsettled === true && styled !== undefined)
    report(
      styled,
      'pages-unsettled',
      'Each change moved the pages again, so that a chapter may open on another side than it should, or a table be too small',
    );
}
