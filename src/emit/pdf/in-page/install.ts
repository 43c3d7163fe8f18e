import type { Page } from 'puppeteer';
import type { PaginationOptions } from '../pagination.ts';
import { installImprovements } from './install-improvements.ts';
import { installLayout } from './install-layout.ts';
import { installMargins } from './install-margins.ts';
import { installNoteHeads } from './install-note-heads.ts';
import { installNumbers } from './install-numbers.ts';
import { installOverflow } from './install-overflow.ts';
import { installPagination } from './install-pagination.ts';

/** What builds on the layout, in any order, and what puts it all to work. */
const tools = [
  installImprovements,
  installNumbers,
  installNoteHeads,
  installMargins,
  installOverflow,
  installPagination,
];

/** Sends the listener to the page, which paginates in every print from now on; fonts must have loaded. */
export async function install(page: Page, options: PaginationOptions): Promise<void> {
  await page.evaluate(installLayout, options);
  for (const tool of tools) await page.evaluate(tool);
}
