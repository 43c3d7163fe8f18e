import type { Element, RootContent } from 'hast';
import { sections, type Book, type Hast } from '../book/book.ts';
import { undividedElements } from '../book/page-map.ts';

/**
 * Numbers the spots of a book through in the order of its text, as `data-spot`: every element that has text of its
 * own, and those that are one thing on a page. By its spot a place of the print is found again in the e-book,
 * though both are made of copies that differ.
 *
 * @param book whose trees are given the numbers
 */
export function numberSpots(book: Book<Hast>): void {
  let next = 0;
  const number = (node: RootContent): void => {
    if (node.type !== 'element') return;
    const isWhole = undividedElements.has(node.tagName);
    // Parts of what was divided may share their properties.
    if (isWhole || hasText(node)) node.properties = { ...node.properties, dataSpot: String(next++) };
    if (!isWhole) for (const child of node.children) number(child);
  };
  for (const { tree } of sections(book)) for (const child of tree.children) number(child);
}

function hasText({ children }: Element): boolean {
  return children.some((child) => child.type === 'text' && /\S/.test(child.value));
}
