import type { RootContent } from 'mdast';
import { sections, type Book } from '../../book/book.ts';
import type { Metadata } from '../../book/metadata.ts';
import { inDigits } from '../../language/digits.ts';
import { separatorsOf } from '../../language/separators.ts';
import { authorRoles, creditLines } from '../credits/credit-lines.ts';
import { element, group, line, text } from '../element.ts';
import { orderFront } from './front-order.ts';
import { generatedSection } from '../generated-section.ts';

/** Those who made the object or vouched for the text: the copyright page names them. */
const production: ReadonlySet<string> = new Set([
  'bkd',
  'cmt',
  'cns',
  'cov',
  'csl',
  'nrt',
  'pbd',
  'pfr',
  'rev',
  'sad',
  'tyg',
]);

/**
 * The book with a title page: title, subtitle, authors with their affiliations, the other
 * contributors to the text, edition, series, and the publisher with place and year. An author's
 * own title page wins.
 *
 * @param book the book
 */
export function attachTitlePage(book: Book): Book {
  if (sections(book).some(({ role }) => role === 'titlepage')) return book;
  const page = {
    ...generatedSection(book, 'title-page', 'titlepage', book.labels.titlePage, content(book)),
    untitled: true,
  };
  return { ...book, front: orderFront([...book.front, page]) };
}

function content({ metadata, labels, titleTrees }: Book): RootContent[] {
  const { contributors, edition, language } = metadata;
  const authors = contributors.filter(({ role }) => authorRoles.has(role));
  const others = contributors.filter(({ role }) => !production.has(role));
  return [
    element('h1', { className: ['title'] }, titleTrees?.title?.children ?? [text(metadata.title)]),
    ...(titleTrees?.subtitle
      ? [element('p', { className: ['subtitle'] }, titleTrees.subtitle.children)]
      : optional('subtitle', metadata.subtitle)),
    ...group(
      'authors',
      authors.flatMap(({ name, affiliation }) => [
        line('author', name),
        ...optional('affiliation', affiliation),
      ]),
    ),
    ...group(
      'contributors',
      creditLines(others, labels, language).map((credit) => line('contributor', credit)),
    ),
    ...optional('edition', edition),
    ...optional('series', series(metadata)),
    ...group('imprint', [
      ...optional('publisher', metadata.publisher?.name),
      ...optional('place', metadata.publisher?.place),
      ...optional('year', inDigits(metadata.date?.slice(0, 4) ?? '', language)),
    ]),
  ];
}

function series({ series: whole, language }: Metadata): string | undefined {
  if (whole?.position === undefined) return whole?.name;
  const position = whole.numeral ?? inDigits(whole.position, language);
  return `${whole.name}${separatorsOf(language).comma}${position}`;
}

function optional(className: string, value: string | undefined): RootContent[] {
  return value === undefined || value.trim() === '' ? [] : [line(className, value.trim())];
}
