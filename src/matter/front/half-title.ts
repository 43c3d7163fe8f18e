import { sections, type Book } from '../../book/book.ts';
import { element, text } from '../element.ts';
import { orderFront } from './front-order.ts';
import { generatedSection } from '../generated-section.ts';

/**
 * The book with a half title, the title alone on the first page, where `print.halfTitle` asks for
 * one. An author's own half title wins; the e-book has none of ours.
 *
 * @param book the book
 */
export function attachHalfTitle(book: Book): Book {
  const { print, title } = book.metadata;
  if (print.halfTitle !== true) return book;
  if (sections(book).some(({ role }) => role === 'halftitlepage')) return book;
  const page = {
    ...generatedSection(book, 'half-title', 'halftitlepage', title, [
      element('p', { className: ['title'] }, book.titleTrees?.title?.children ?? [text(title)]),
    ]),
    untitled: true,
    products: ['print', 'pdf'] as const,
  };
  return { ...book, front: orderFront([...book.front, page]) };
}
