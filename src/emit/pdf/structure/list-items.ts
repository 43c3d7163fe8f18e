import { PDFDict, type PDFRef } from 'pdf-lib';
import { annotationsOf, type StructureElement } from './elements.ts';
import { linkTarget } from './links.ts';

/** The body of a list item, by the link that the item begins with. */
export interface LinkedItem {
  readonly body: PDFRef;
  readonly dict: PDFDict;
  /** The destination to which its first link leads. */
  readonly target: string;
}

/**
 * The items of lists that have a link, each with where the first of its links leads.
 *
 * @param elements in the order of the book
 * @param bodies of list items, by the items
 */
export function* linkedItems(
  elements: ReadonlyArray<StructureElement>,
  bodies: ReadonlyMap<PDFRef, PDFRef>,
): Generator<LinkedItem, void> {
  let item: StructureElement | undefined;
  for (const element of elements) {
    if (bodies.has(element.ref)) item = element;
    const [link] = annotationsOf(element.dict);
    if (link === undefined || item === undefined) continue;
    // The first link of its item only.
    const body = bodies.get(item.ref);
    item = undefined;
    if (body === undefined) continue;
    yield { body, dict: element.dict.context.lookup(body, PDFDict), target: linkTarget(link) };
  }
}
