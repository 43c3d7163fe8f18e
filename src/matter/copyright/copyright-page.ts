import { sections, type Book } from '../../book/book.ts';
import { checkTemplate } from './check-template.ts';
import { fillTemplate } from './copyright-template.ts';
import { copyrightValues } from './copyright-values.ts';
import { orderFront } from '../front/front-order.ts';
import { generatedSection } from '../generated-section.ts';
import { withIsolatedLinks } from '../wording/isolated.ts';

/**
 * The book with a copyright page, made from `copyrightTemplate`. A page that would say nothing but
 * which book it belongs to is not made; an author's own copyright page wins.
 *
 * @param book the book
 * @param version the version of Colophon, for the line that names it
 */
export function attachCopyrightPage(book: Book, version?: string): Book {
  if (sections(book).some(({ role }) => role === 'copyright-page')) return book;
  const { copyrightTemplate: template, copyrightTemplateFile: source, labels } = book;
  if (source !== undefined) checkTemplate(template, source, new Set(copyrightValues(book, version).keys()));
  const { children, informative } = fillTemplate(template, book, version);
  if (!informative) return book;
  const content = withIsolatedLinks(children, book.metadata.language);
  const page = {
    ...generatedSection(book, 'copyright', 'copyright-page', labels.copyrightPage, content),
    untitled: true,
    // The template that comes with the program says nothing of its own: book.yaml does.
    ...(source?.path.startsWith('pages/') === true && { file: source }),
  };
  return { ...book, front: orderFront([...book.front, page]) };
}
