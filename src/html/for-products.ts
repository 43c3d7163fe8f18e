import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { Book, Section } from '../book/book.ts';
import { thisProduct, type Product } from '../book/product.ts';

/**
 * The book as one product has it: sections of other products are gone, elements marked with
 * `data-product` for others (several names with blanks between) and the marks as well, and the
 * copyright page closes the e-book where `copyright.epubPlace` asks for that. Trees without marks are shared with the book given.
 *
 * The printed book and the PDF for screens may be made of one print. Then it has what both have, and
 * what is marked for one of them alone where only that one has an ISBN.
 *
 * @param book the book of all products
 * @param products the product, or those that are made of one print
 */
export function forProducts(book: Book<Root>, ...products: ReadonlyArray<Product>): Book<Root> {
  const own = thisProduct(products, book.metadata.identifiers);
  const isMade: IsMade = (marked) =>
    products.every((product) => marked.includes(product)) || (own !== undefined && marked.includes(own));
  const select = (section: Section<Root>): Section<Root> => {
    const tree = selected(section.tree, isMade);
    return tree === section.tree ? section : { ...section, tree };
  };
  const selectAll = (group: ReadonlyArray<Section<Root>>): Section<Root>[] =>
    group.filter((section) => section.products === undefined || isMade(section.products)).map(select);
  const selection = {
    ...book,
    front: selectAll(book.front),
    body: selectAll(book.body),
    back: selectAll(book.back),
  };
  const isLast = products.includes('epub') && book.metadata.copyright.epubPlace === 'back';
  return isLast ? withRightsLast(selection) : selection;
}

/** Whether what is marked for these products is in the book. */
type IsMade = (marked: ReadonlyArray<string>) => boolean;

function withRightsLast(book: Book<Root>): Book<Root> {
  const pages = book.front.filter(({ role }) => role === 'copyright-page');
  if (pages.length === 0) return book;
  const front = book.front.filter(({ role }) => role !== 'copyright-page');
  return { ...book, front, back: [...book.back, ...pages] };
}

function selected<Parent extends Root | Element>(node: Parent, isMade: IsMade): Parent {
  let changed = false;
  const children: Array<RootContent | ElementContent> = [];
  for (const child of node.children) {
    if (child.type !== 'element') {
      children.push(child);
      continue;
    }
    const product = child.properties['dataProduct'];
    if (product !== undefined && !isMade(String(product).split(' '))) {
      changed = true;
      continue;
    }
    const kept = selected(product === undefined ? child : withoutMark(child), isMade);
    if (kept !== child) changed = true;
    children.push(kept);
  }
  return changed ? { ...node, children } : node;
}

function withoutMark(node: Element): Element {
  const { dataProduct: _, ...properties } = node.properties;
  return { ...node, properties };
}
