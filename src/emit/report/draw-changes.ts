import type { Browser } from 'puppeteer-core';
import drawChangesScript from '#in-page/draw-changes';
import { runScript } from '../page-script.ts';
import { origin } from '../page-server.ts';
import type { DrawChangesScript, DrawnChange, LabelledPage, PagesToCompare } from './draw-changes-script.ts';
import { inTab, pdfsToDraw, reported } from './in-tab.ts';
import type { ReportedPicture } from './reported-release.ts';

/** Two pages that differ, as pictures. */
export interface ShownChange {
  /** Of the pairs handed over, which. */
  readonly index: number;
  readonly pictures: ReadonlyArray<ReportedPicture>;
}

/** How high pages are drawn, in pixels. */
const pageHeight = 760;

/**
 * Compares pages of two PDFs, and draws those that differ by more than their number.
 *
 * @param most how many pairs are drawn
 * @returns whether all were looked at, besides
 * @throws EnvironmentError where the browser fails
 */
export async function drawChanges(
  browser: Browser,
  pdfs: { readonly old: Uint8Array; readonly new: Uint8Array },
  pairs: ReadonlyArray<PagesToCompare>,
  most: number,
): Promise<{ readonly shown: ShownChange[]; readonly isWhole: boolean }> {
  const resources = await pdfsToDraw({ '/old.pdf': pdfs.old, '/new.pdf': pdfs.new });
  return inTab(browser, resources, async (page) => {
    await page.goto(`${origin}/`, { waitUntil: 'load', timeout: 0 });
    const drawing = await runScript<DrawChangesScript>(page, drawChangesScript);
    const { drawn, isWhole } = await drawing.evaluate(
      (it, wanted, height, count) => it.draw(wanted, height, count),
      pairs,
      pageHeight,
      most,
    );
    return { shown: drawn.map((each) => shownOf(each, pairs[each.index] ?? {})), isWhole };
  });
}

function shownOf(drawn: DrawnChange, pair: PagesToCompare): ShownChange {
  const caption = (when: string, page: LabelledPage | undefined): string =>
    `Page ${page?.label ?? ''}, ${when}`;
  return {
    index: drawn.index,
    pictures: [
      ...(drawn.old === undefined ? [] : [reported(drawn.old, caption('before', pair.old))]),
      ...(drawn.new === undefined ? [] : [reported(drawn.new, caption('now', pair.new))]),
    ],
  };
}
