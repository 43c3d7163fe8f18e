import { PDFDict, PDFName, PDFString, type PDFRef } from 'pdf-lib';
import { destinationName } from '../document/internal-links.ts';
import type { PrintLink } from '../screen/link-names.ts';
import { kidsOf, setKids, type StructureElement } from './elements.ts';
import { addIdentifiers } from './identifiers.ts';
import { linkedItems } from './list-items.ts';
import { enclose } from './lists.ts';
import type { TaggedNote } from './foot-notes.ts';

/**
 * Tags the notes as such, each with an identifier (ISO 14289-1, 7.9): the items of a list that
 * begin with the link back to a mark.
 *
 * @param root of the structure tree
 * @param bodies of list items
 * @param marks the destinations of notes by those of their marks
 * @returns the notes in the order of the book
 */
export function tagNotes(
  root: PDFDict,
  elements: ReadonlyArray<StructureElement>,
  bodies: ReadonlyMap<PDFRef, PDFRef>,
  marks: ReadonlyMap<string, string>,
): TaggedNote[] {
  const { context } = root;
  const notes: TaggedNote[] = [];
  const identified = new Map<string, PDFRef>();
  for (const { body, dict, target } of linkedItems(elements, bodies)) {
    const note = marks.get(target);
    if (note === undefined || identified.has(note)) continue;
    const ref = enclose({ ref: body, dict }, 'Note', kidsOf(dict));
    context.lookup(ref, PDFDict).set(PDFName.of('ID'), PDFString.of(identifierOf(note)));
    setKids(dict, [ref]);
    identified.set(note, ref);
    notes.push({ body, ref, destination: note });
  }
  if (identified.size > 0) {
    addIdentifiers(
      root,
      [...identified].map(([note, ref]) => [identifierOf(note), ref] as const),
    );
  }
  return notes;
}

/**
 * The destinations of the notes by those of their marks.
 *
 * @param links of the book
 */
export function notesByMark(links: ReadonlyArray<PrintLink>): Map<string, string> {
  return new Map(
    links.flatMap(({ mark, target }) =>
      mark === undefined ? [] : [[destinationName(mark), target] as const],
    ),
  );
}

/** Apart from the identifiers of table cells. */
function identifierOf(note: string): string {
  return `note:${note}`;
}
