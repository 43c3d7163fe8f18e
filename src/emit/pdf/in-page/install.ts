import type { Page } from 'puppeteer';
import type { PaginationOptions } from '../page/pagination.ts';
import { breakPoints } from '../document/break-points.ts';
import { installBlankPages } from './install-blank-pages.ts';
import { installContinuedTerms } from './install-continued-terms.ts';
import { installEdits } from './install-edits.ts';
import { installImprovements } from './install-improvements.ts';
import { installLayout } from './install-layout.ts';
import { installLineHyphens } from './install-line-hyphens.ts';
import { installLines } from './install-lines.ts';
import { installLocators } from './install-locators.ts';
import { installMargins } from './install-margins.ts';
import { installNoteHeads } from './install-note-heads.ts';
import { installNumbers } from './install-numbers.ts';
import { installOptimumBreaks } from './install-optimum-breaks.ts';
import { installOverflow } from './install-overflow.ts';
import { installOversized } from './install-oversized.ts';
import { installPagination } from './install-pagination.ts';
import { installParagraphs } from './install-paragraphs.ts';
import { installPieces } from './install-pieces.ts';
import { installWordWidths } from './install-word-widths.ts';
import type { Hyphenation, PageWindow } from './page-tools.ts';

/** What builds on the layout, in any order, and what puts it all to work. */
const tools = [
  installParagraphs,
  installWordWidths,
  installPieces,
  installOptimumBreaks,
  installEdits,
  installLines,
  installLineHyphens,
  installBlankPages,
  installImprovements,
  installOversized,
  installNumbers,
  installLocators,
  installContinuedTerms,
  installNoteHeads,
  installMargins,
  installOverflow,
  installPagination,
];

/** Sends the listener to the page, which paginates in every print from now on; fonts must have loaded. */
export async function install(page: Page, options: PaginationOptions): Promise<void> {
  await page.evaluate(installLayout, options);
  for (const tool of tools) await page.evaluate(tool);
  const words = await page.evaluate(wordsOfParagraphs);
  await page.evaluate(setLines, breakPoints(words));
}

function wordsOfParagraphs(): Record<string, string[]> {
  return (window as unknown as PageWindow).colophonTools.longWords();
}

function setLines(hyphenation: Hyphenation): void {
  (window as unknown as PageWindow).colophonTools.setLines(hyphenation);
}
