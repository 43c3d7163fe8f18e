import { sections, type Book, type Hast } from '../../../book/book.ts';
import { fill } from '../../../book/labels.ts';
import { untitledRoles } from '../../../book/roles.ts';
import { digitsOf } from '../../../language/digits.ts';
import type { Geometry } from './geometry.ts';
import { noteHeadOptions } from './note-heads.ts';
import { openingsOnTheRight } from './openings.ts';
import type { FootNoteOptions, PaginationOptions } from './pagination.ts';
import { runningHead } from './running-head.ts';

/** What the page must know of the book to paginate it. */
export function paginationOptions(
  book: Book<Hast>,
  geometry: Geometry,
  { hasEffects = false, shrinks = false }: { readonly hasEffects?: boolean; readonly shrinks?: boolean } = {},
): PaginationOptions {
  const { trim, margins } = geometry;
  const { title, print, language } = book.metadata;
  const digits = digitsOf(language);
  const right = openingsOnTheRight(book, geometry);
  const notes = noteHeadOptions(book, geometry);
  return {
    ...(notes && { notes }),
    ...(hasEffects && { hasEffects }),
    ...(shrinks && { shrinks }),
    ...(print.figures === 'here' && { figures: 'here' }),
    textWidth: Math.ceil((trim.width - margins.inside - margins.outside) / 0.75),
    bookHead: runningHead(title, geometry),
    continued: book.labels.indexContinued,
    footNotes: footNoteOptions(book),
    ...(print.pageMultiple !== undefined && { pageMultiple: print.pageMultiple }),
    firstBody: book.body[0]?.id,
    ...(digits !== undefined && { digits }),
    sections: sections(book).map((section, index) => ({
      id: section.id,
      opens: right[index] === true ? 'right' : 'any',
      head: runningHead(section.title, geometry),
      furniture: untitledRoles.has(section.role) ? 'none' : 'all',
    })),
  };
}

function footNoteOptions({ metadata, labels }: Book<Hast>): FootNoteOptions {
  const { continued, short = 'below', form, numbering } = metadata.notes;
  return {
    short,
    runIn: form === 'run-in',
    ...(numbering === 'page' && { byPage: true }),
    ...(continued === true && { continued: fill(labels.indexContinued, { term: '' }).trim() }),
  };
}
