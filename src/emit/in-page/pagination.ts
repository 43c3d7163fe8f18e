import type { PaginationScript, Preparation } from '../pdf/page/pagination-script.ts';
import type { PaginationOptions } from '../pdf/page/pagination.ts';
import { justifiedParagraphs } from './lines/paragraphs.ts';
import { loadFonts } from './load-fonts.ts';
import { paginate } from './paginate.ts';

/** The script of pages that are printed as a book. */
export default { loadFonts, prepare } satisfies PaginationScript;

function prepare(options: PaginationOptions): Preparation {
  const paragraphs = justifiedParagraphs(options.textWidth);
  return {
    paginate: (hyphenation) => paginate(options, paragraphs, hyphenation),
  };
}
