import type { Root, RootContent } from 'mdast';
import { VFile } from 'vfile';
import type { Book, Section } from '../book/book.ts';
import type { Role } from '../book/roles.ts';
import { text } from './element.ts';
import { freeId, takenIds } from './free-id.ts';

/**
 * A section the author did not write; messages about it go to book.yaml, which it is made from.
 *
 * @param book the book it is for, which decides whether `id` is still free
 * @param id the wished id
 * @param role the role
 * @param title the title, which also names it in the navigation
 * @param children the content below the title
 */
export function generatedSection(
  book: Book,
  id: string,
  role: Role,
  title: string,
  children: RootContent[],
): Section {
  const titleTree: Root = { type: 'root', children: [text(title)] };
  return {
    id: freeId(id, takenIds(book)),
    role,
    title,
    titleTree,
    untitled: false,
    numbered: false,
    toc: false,
    headings: [],
    tree: { type: 'root', children },
    file: new VFile({ path: 'book.yaml' }),
  };
}
