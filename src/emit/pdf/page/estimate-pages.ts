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

/** About how many characters a full page holds. */
export function charactersOnPage({ trim, margins, fontSize, lineHeight }: Geometry): number {
  const width = trim.width - margins.inside - margins.outside;
  const height = trim.height - margins.top - margins.bottom;
  return (width / (fontSize * characterWidth)) * (height / lineHeight) * fullness;
}

/** About how many pages a section of so many characters takes. */
export function pagesOf(characters: number, perPage: number): number {
  return Math.ceil(characters / perPage + sectionLoss);
}

/**
 * About how many pages a book will have, before anything is laid out: rather too few, since an
 * inside margin that grows with the pages finds the narrowest that is wide enough.
 *
 * @param opensRight whether each section opens on a right-hand page, in order
 */
export function estimatePages(
  book: Book<Hast>,
  geometry: Geometry,
  opensRight: ReadonlyArray<boolean>,
): number {
  const perPage = charactersOnPage(geometry);
  const pages = sections(book).map(({ tree }, index) => {
    const needed = pagesOf(toString(tree).length, perPage);
    return opensRight[index + 1] === true ? Math.ceil(needed / 2) * 2 : needed;
  });
  return Math.floor(caution * pages.reduce((sum, count) => sum + count, 0));
}
