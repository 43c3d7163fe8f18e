import type { Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { sections, type Book, type Hast } from '../../../book/book.ts';
import type { Geometry } from './geometry.ts';

/** How wide a character of a book face is on average, in ems, the space between words included. */
const characterWidth = 0.42;

/** How full the lines of a page are: paragraphs end before their last line does. */
const fullness = 0.95;

/** How much of a page a line of code takes, in lines of text that are as full as those of paragraphs. */
const lineOfCode = 0.85;

/** What the opening of a section and the end of its last page leave empty, in pages. */
const sectionLoss = 0.4;

/** A part of what is expected, so that the estimate is seldom above the truth. */
const caution = 0.9;

/** About how many characters a full page holds. */
export function charactersOnPage({ trim, margins, fontSize, lineHeight }: Geometry): number {
  const height = trim.height - margins.top - margins.bottom;
  return charactersInLine({ trim, margins, fontSize }) * (height / lineHeight) * fullness;
}

/** About how many characters a line holds. */
function charactersInLine({ trim, margins, fontSize }: Pick<Geometry, 'trim' | 'margins' | 'fontSize'>) {
  const width = trim.width - margins.inside - margins.outside;
  return width / (fontSize * characterWidth);
}

/** How many characters of running text fill as much of a page as a section does. */
function charactersOf(tree: Root, inLine: number): number {
  let characters = toString(tree).length;
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'pre') return;
    const code = toString(node);
    const lines = code.split('\n').length - 1;
    characters += Math.max(0, lines * lineOfCode * inLine - code.length);
  });
  return characters;
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
  const inLine = charactersInLine(geometry);
  const pages = sections(book).map(({ tree }, index) => {
    const needed = pagesOf(charactersOf(tree, inLine), perPage);
    return opensRight[index + 1] === true ? Math.ceil(needed / 2) * 2 : needed;
  });
  return Math.floor(caution * pages.reduce((sum, count) => sum + count, 0));
}
