import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { Book, Section } from '../book/book.ts';
import type { Product } from '../book/edition.ts';

/**
 * The book as one product has it: sections of other products are gone, elements marked with
 * `data-edition` for others (several names with blanks between) and the marks as well, and the copyright page closes the e-book where
 * `copyright.epubPlace` asks for that. Trees without marks are shared with the book given.
 *
 * @param book the book of all products
 * @param product the product
 */
export function forEdition(book: Book<Root>, product: Product): Book<Root> {
  const select = (section: Section<Root>): Section<Root> => {
    const tree = selected(section.tree, product);
    return tree === section.tree ? section : { ...section, tree };
  };
  const selectAll = (group: ReadonlyArray<Section<Root>>): Section<Root>[] =>
    group.filter(({ products }) => products?.includes(product) ?? true).map(select);
  const own = {
    ...book,
    front: selectAll(book.front),
    body: selectAll(book.body),
    back: selectAll(book.back),
  };
  return product === 'epub' && book.metadata.copyright.epubPlace === 'back' ? withRightsLast(own) : own;
}

function withRightsLast(book: Book<Root>): Book<Root> {
  const pages = book.front.filter(({ role }) => role === 'copyright-page');
  if (pages.length === 0) return book;
  const front = book.front.filter(({ role }) => role !== 'copyright-page');
  return { ...book, front, back: [...book.back, ...pages] };
}

function selected<Parent extends Root | Element>(node: Parent, product: Product): Parent {
  let changed = false;
  const children: Array<RootContent | ElementContent> = [];
  for (const child of node.children) {
    if (child.type !== 'element') {
      children.push(child);
      continue;
    }
    const edition = child.properties['dataEdition'];
    if (edition !== undefined && !String(edition).split(' ').includes(product)) {
      changed = true;
      continue;
    }
    const kept = selected(edition === undefined ? child : withoutMark(child), product);
    if (kept !== child) changed = true;
    children.push(kept);
  }
  return changed ? { ...node, children } : node;
}

function withoutMark(node: Element): Element {
  const { dataEdition: _, ...properties } = node.properties;
  return { ...node, properties };
}
