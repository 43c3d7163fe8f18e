import { sections, type Book, type Hast, type Section } from '../../book/book.ts';
import { FileNames } from '../file-names.ts';

/** The page on which a site begins: cover, title page and contents. */
export const startFile = 'index.html';

/** A section as a page of the site. */
export interface SitePage {
  readonly section: Section<Hast>;
  readonly file: string;
  /** Number and title, as contents and links call it. */
  readonly name: string;
  /** Whether the list of contents on the first page stands for it. */
  readonly replaced: boolean;
}

/**
 * The sections in reading order with their files, named after their ids. Title page and contents are the first page;
 * a half title, which is for paper, has none.
 */
export function pagesOf(book: Book<Hast>): SitePage[] {
  const names = new FileNames();
  names.allocate('index', 'html');
  let hasStart = false;
  return sections(book)
    .filter(({ role }) => role !== 'halftitlepage')
    .map((section) => {
      const replaced = section.role === 'toc';
      const begins = section.role === 'titlepage' && !hasStart;
      hasStart ||= begins;
      const file = replaced || begins ? startFile : names.allocate(section.id, 'html');
      return { section, file, name: nameOf(section, book), replaced };
    });
}

function nameOf({ number, title }: Section<Hast>, { metadata }: Book<Hast>): string {
  const words = title.trim() === '' ? metadata.title : title;
  return number === undefined ? words : `${number} ${words}`;
}
