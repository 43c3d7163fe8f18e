import type { PDFRef } from 'pdf-lib';
import { destinationName } from '../document/internal-links.ts';
import type { PrintLink } from '../screen/link-names.ts';
import { kidsOf, setKids, type StructureElement } from './elements.ts';
import { linkedItems } from './list-items.ts';
import { enclose } from './lists.ts';

/**
 * Tags the works of bibliographies as such (ISO 32000-1, 14.8.4.4, BibEntry): the items of a list that begin with a link
 * back to where the work is cited.
 *
 * @param elements in the order of the book
 * @param bodies of list items
 * @param citing the destinations of places that cite works
 * @returns the works by the bodies they stand in
 */
export function tagWorks(
  elements: ReadonlyArray<StructureElement>,
  bodies: ReadonlyMap<PDFRef, PDFRef>,
  citing: ReadonlySet<string>,
): Map<PDFRef, PDFRef> {
  const works = new Map<PDFRef, PDFRef>();
  for (const { body, dict, target } of linkedItems(elements, bodies)) {
    if (!citing.has(target)) continue;
    const ref = enclose({ ref: body, dict }, 'BibEntry', kidsOf(dict));
    setKids(dict, [ref]);
    works.set(body, ref);
  }
  return works;
}

/**
 * The destinations of places that cite works of a bibliography, to which its entries lead back.
 *
 * @param links of the book
 */
export function citingPlaces(links: ReadonlyArray<PrintLink>): Set<string> {
  return new Set(links.flatMap(({ cites }) => (cites === undefined ? [] : [destinationName(cites)])));
}
