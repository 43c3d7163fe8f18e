import { toString } from 'hast-util-to-string';
import { sections, type Book, type Hast } from '../../../book/book.ts';
import type { Geometry } from './geometry.ts';

/** How wide a character of a book face is on average, in ems, the space between words included. */
const characterWidth = 0.42;

/** How full the lines of a page are: paragraphs end before their last line does. */
const fullness = 0.95;

/** What the opening of a section and the end of its last page leave empty, in pages. */
const sectionLoss = 0.4;

/** A part of what is expected, so that the estimate is seldom above the truth. */
const caution = 0.9;

/**
 * About how many pages a book will have, before anything is laid out: rather too few, since an
 * inside margin that grows with the pages finds the narrowest that is wide enough.
 */
export function estimatePages(book: Book<Hast>, { trim, margins, fontSize, lineHeight }: Geometry): number {
  const width = trim.width - margins.inside - margins.outside;
  const height = trim.height - margins.top - margins.bottom;
  const perPage = (width / (fontSize * characterWidth)) * (height / lineHeight) * fullness;
  const onTheRight = book.metadata.print.openings === 'right';
  const pages = sections(book).map(({ tree }) => {
    const needed = Math.ceil(toString(tree).length / perPage + sectionLoss);
    return onTheRight ? Math.ceil(needed / 2) * 2 : needed;
  });
  return Math.floor(caution * pages.reduce((sum, count) => sum + count, 0));
}
