import type { RootContent } from 'hast';
import { sections, type Book, type Hast } from '../book/book.ts';
import type { BookSizes } from '../css/costs-in-book.ts';

/** How large a book is, as styles see it: print puts all its sections into one document. */
export function bookSizes(book: Book<Hast>): BookSizes {
  const named = new Map<string, number>();
  let [elements, pairs] = [0, 0];
  const count = (name: string): void => void named.set(name, (named.get(name) ?? 0) + 1);
  const look = (nodes: ReadonlyArray<RootContent>): void => {
    let beside = 0;
    for (const node of nodes) {
      if (node.type !== 'element') continue;
      pairs += beside++;
      elements += 1;
      count(node.tagName);
      const { className } = node.properties;
      if (Array.isArray(className)) for (const name of new Set(className)) count(`.${name}`);
      look(node.children);
    }
  };
  for (const { tree } of sections(book)) look(tree.children);
  return { elements, pairs, named };
}
