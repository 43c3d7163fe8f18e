import type { Element, RootContent } from 'hast';
import { sections, type Book, type Hast } from '../../src/book/book.ts';
import { textLength, type PageStart } from '../../src/book/page-map.ts';

/**
 * The text of a book from the beginning of a page on, letters and digits alone.
 *
 * @param length how much of it, at most
 */
export function textFrom(book: Book<Hast>, start: PageStart, length: number): string {
  let text = '';
  let isThere = false;
  let left = start.before;
  const read = (node: RootContent, parent?: Element): void => {
    if (node.type === 'text') {
      if (isThere) text += node.value;
      else if (parent?.properties['dataSpot'] === String(start.spot)) {
        let at = 0;
        while (at < node.value.length && (left > 0 || textLength(node.value.charAt(at)) === 0)) {
          left -= textLength(node.value.charAt(at));
          at++;
        }
        if (at < node.value.length) {
          isThere = true;
          text += node.value.slice(at);
        }
      }
    }
    if (node.type !== 'element') return;
    if (left === 0 && node.properties['dataSpot'] === String(start.spot) && start.before === 0)
      isThere = true;
    for (const child of node.children) read(child, node);
  };
  for (const { tree } of sections(book)) for (const child of tree.children) read(child);
  return lettersOf(text).slice(0, length);
}

/** The letters and digits of a text. */
export function lettersOf(text: string): string {
  return text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');
}
