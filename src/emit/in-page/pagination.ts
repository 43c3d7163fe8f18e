import type { PaginationScript, Preparation } from '../pdf/page/pagination-script.ts';
import type { PaginationOptions } from '../pdf/page/pagination.ts';
import { justifiedParagraphs } from './lines/paragraphs.ts';
import { loadFonts } from './load-fonts.ts';
import { loadPictures } from './load-pictures.ts';
import { paginate } from './paginate.ts';

/** The script of pages that are printed as a book. */
export default { load, prepare } satisfies PaginationScript;

async function load(): Promise<string[]> {
  const [unloaded] = await Promise.all([loadFonts(), loadPictures()]);
  return unloaded;
}

function prepare(options: PaginationOptions): Preparation {
  const paragraphs = justifiedParagraphs(options.textWidth);
  return {
    paginate: (hyphenation) => paginate(options, paragraphs, hyphenation),
  };
}
