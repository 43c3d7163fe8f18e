import type { PaginationScript, Preparation } from '../pdf/page/pagination-script.ts';
import type { PaginationOptions } from '../pdf/page/pagination.ts';
import { drawLeaders } from './blocks/leaders.ts';
import { notedSections } from './feet/foot-notes.ts';
import { NotesByPage } from './feet/notes-by-page.ts';
import { setInitialsIn } from './lines/initials.ts';
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
  setInitialsIn();
  drawLeaders();
  const noted = notedSections();
  const byPage = options.footNotes?.byPage === true ? new NotesByPage(noted) : undefined;
  const paragraphs = justifiedParagraphs(options.textWidth);
  return {
    paginate: (hyphenation) => paginate(options, { paragraphs, noted, byPage }, hyphenation),
  };
}
