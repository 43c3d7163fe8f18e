import type { PhrasingContent, RootContent } from 'mdast';
import { sections, type Book } from '../book/book.ts';
import { fill } from '../book/labels.ts';
import type { ElementNode } from '../book/nodes.ts';
import { creditLines } from './credit-lines.ts';
import { group, line, span, text } from './element.ts';
import { orderFront } from './front-order.ts';
import { generatedSection } from './generated-section.ts';
import { colon, dateInWords } from './names.ts';
import { rightsLines } from './rights-lines.ts';
import { link, linked, paragraphs } from './wording.ts';

/**
 * The book with a copyright page: the title, then rights, imprint, credits, identifiers,
 * disclaimer and printer's key, as far as the metadata has them. Nothing but a title makes no
 * page; an author's own copyright page wins.
 *
 * @param book the book
 */
export function attachCopyrightPage(book: Book): Book {
  if (sections(book).some(({ role }) => role === 'copyright-page')) return book;
  const { title, subtitle, copyright } = book.metadata;
  const facts: RootContent[] = [
    ...group('rights', rightsLines(book)),
    ...group('imprint', imprintLines(book)),
    ...group('credits', creditsLines(book)),
    ...group('identifiers', identifierLines(book)),
    ...paragraphs(copyright.disclaimer).map((paragraph) => line('disclaimer', linked(paragraph))),
    ...(copyright.printings !== undefined ? [line('printings', '10 9 8 7 6 5 4 3 2 1')] : []),
  ];
  if (facts.length === 0) return book;
  const content = [
    line('title', title),
    ...paragraphs(subtitle).map((paragraph) => line('subtitle', paragraph)),
    ...facts,
  ];
  const page = {
    ...generatedSection(book, 'copyright', 'copyright-page', book.labels.copyrightPage, content),
    untitled: true,
  };
  return { ...book, front: orderFront([...book.front, page]) };
}

function imprintLines({ metadata, labels }: Book): ElementNode[] {
  const { publisher, edition, date, language } = metadata;
  const lines: ElementNode[] = [];
  if (publisher !== undefined) {
    const { name, place, address, url, email } = publisher;
    const imprint = place === undefined ? name : `${name}, ${place}`;
    lines.push(line('publisher', fill(labels.publishedBy, { publisher: imprint })));
    lines.push(...addressLines(address));
    if (url !== undefined) lines.push(line('url', [link(url, url)]));
    if (email !== undefined) lines.push(line('email', [link(`mailto:${email}`, email)]));
  }
  lines.push(...paragraphs(edition).map((paragraph) => line('edition', paragraph)));
  if (date !== undefined) {
    lines.push(line('published', fill(labels.published, { date: dateInWords(date, language) })));
  }
  return lines;
}

/** The address as one paragraph that keeps its lines. */
function addressLines(address: string | undefined): ElementNode[] {
  const rows = (address ?? '').split('\n').flatMap(paragraphs);
  if (rows.length === 0) return [];
  const children = rows.flatMap((row, index): PhrasingContent[] =>
    index === 0 ? [text(row)] : [{ type: 'break' }, text(row)],
  );
  return [line('address', children)];
}

function creditsLines({ metadata, labels }: Book): ElementNode[] {
  const { contributors, copyright, language } = metadata;
  return [
    ...copyright.credits.map(({ role, name }) => labelled('credit', role, [text(name)], language)),
    ...creditLines(contributors, labels, language).map((credit) => line('contributor', credit)),
  ];
}

function identifierLines({ metadata, labels }: Book): ElementNode[] {
  const { identifiers, language } = metadata;
  const isbns = [
    [labels.isbnPrint, identifiers.print],
    [labels.isbnEpub, identifiers.epub],
    [labels.isbnPdf, identifiers.pdf],
  ] as const;
  const lines = isbns.flatMap(([label, isbn]) =>
    isbn === undefined ? [] : [labelled('isbn', label, [text(hyphenated(isbn))], language)],
  );
  if (identifiers.doi === undefined) return lines;
  const doi = `https://doi.org/${identifiers.doi.replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/i, '')}`;
  return [...lines, line('doi', [link(encodeURI(doi), doi)])];
}

function labelled(className: string, label: string, value: PhrasingContent[], language: string): ElementNode {
  const name = label.trim().replace(/\s*[:：]$/, '');
  return line(className, [span('label', name), text(colon(language)), ...value]);
}

/** 978 set off from the rest; finer groups would take the registry of ISBN ranges. */
function hyphenated(isbn: string): string {
  return isbn.length === 13 ? `${isbn.slice(0, 3)}-${isbn.slice(3)}` : isbn;
}
