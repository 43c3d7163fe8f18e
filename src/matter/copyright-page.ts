import { VFile } from 'vfile';
import { sections, type Book } from '../book/book.ts';
import { checkTemplate } from './check-template.ts';
import { fillTemplate } from './copyright-template.ts';
import { copyrightValues } from './copyright-values.ts';
import { orderFront } from './front-order.ts';
import { generatedSection } from './generated-section.ts';

/**
 * The book with a copyright page, made from `copyrightTemplate`. A page that would say nothing but
 * which book it belongs to is not made; an author's own copyright page wins.
 *
 * @param book the book
 * @param version the version of Colophon, for the line that names it
 */
export function attachCopyrightPage(book: Book, version?: string): Book {
  if (sections(book).some(({ role }) => role === 'copyright-page')) return book;
  const file = book.copyrightTemplateFile ?? new VFile({ path: 'book.yaml' });
  if (book.copyrightTemplateFile !== undefined) {
    const words = new Set(copyrightValues(book, version).keys());
    checkTemplate(book.copyrightTemplate, book.copyrightTemplateFile, words);
  }
  const { children, informative } = fillTemplate(book.copyrightTemplate, book, version);
  if (!informative) return book;
  const page = {
    ...generatedSection(book, 'copyright', 'copyright-page', book.labels.copyrightPage, children),
    untitled: true,
    file,
  };
  return { ...book, front: orderFront([...book.front, page]) };
}
