import { sections, type Book, type Hast, type Section } from '../../../book/book.ts';
import { roles, untitledRoles } from '../../../book/roles.ts';
import { digitsOf } from '../../../language/digits.ts';
import type { Geometry } from './geometry.ts';
import { noteHeadOptions } from './note-heads.ts';
import type { PaginationOptions } from './pagination.ts';
import { runningHead } from './running-head.ts';

/** What the page must know of the book to paginate it. */
export function paginationOptions(book: Book<Hast>, geometry: Geometry): PaginationOptions {
  const { trim, margins } = geometry;
  const { title, print, language } = book.metadata;
  const digits = digitsOf(language);
  const notes = noteHeadOptions(book, geometry);
  return {
    ...(notes && { notes }),
    textWidth: Math.ceil((trim.width - margins.inside - margins.outside) / 0.75),
    bookHead: runningHead(title, geometry),
    continued: book.labels.indexContinued,
    ...(print.pageMultiple !== undefined && { pageMultiple: print.pageMultiple }),
    firstBody: book.body[0]?.id,
    ...(digits !== undefined && { digits }),
    sections: sections(book).map((section, index, all) => ({
      id: section.id,
      opens: opensOnTheRight(section, all[index - 1], book) ? 'right' : 'any',
      head: runningHead(section.title, geometry),
      furniture: untitledRoles.has(section.role) ? 'none' : 'all',
    })),
  };
}

/**
 * The copyright page backs the title page; chapters do as the book says, but none backs the
 * title page of a part; all else opens on the right.
 */
function opensOnTheRight(
  section: Section<Hast>,
  before: Section<Hast> | undefined,
  { body, metadata }: Book<Hast>,
): boolean {
  if (section.role === 'copyright-page') return false;
  if (section.id === body[0]?.id || section.role === 'part' || before?.role === 'part') return true;
  return roles[section.role] === 'front' || metadata.print.openings === 'right';
}
