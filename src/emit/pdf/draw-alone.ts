import type { Page } from 'puppeteer-core';
import type { Asset } from '../../book/book.ts';
import type { Limits } from '../../book/limits.ts';
import { Leash } from '../leash.ts';
import { origin, serve, type Resource } from '../page-server.ts';
import type { RunningBrowser } from './browser/browser.ts';

/** As on a page: the measures of a page of a book. */
const page = `<!doctype html><style>img { max-width: 5in; max-height: 7in }</style><img src="/drawing.svg" alt="">`;

/**
 * Has the browser paint a page with one drawing and nothing else. Where it takes more than it may, the browser is
 * stopped.
 *
 * @param limits the time and the memory that a drawing may take
 * @throws OutOfBudgetError where it takes more
 */
export async function drawAlone({ browser }: RunningBrowser, drawing: Asset, limits: Limits): Promise<void> {
  const resources = new Map<string, Resource>([
    ['/', { bytes: page, mediaType: 'text/html' }],
    ['/drawing.svg', drawing],
  ]);
  const budget = { time: limits['drawing-time'], memory: limits['step-memory'] };
  const leash = new Leash(browser, resources, budget);
  leash.step('drawing a picture');
  let tab: Page | undefined;
  const painting = async (): Promise<void> => {
    tab = await browser.newPage();
    await serve(tab, resources, (fault) => leash.break(fault));
    await tab.goto(`${origin}/`, { waitUntil: 'load', timeout: 0 });
    await tab.pdf({ width: '6in', height: '9in', tagged: false, outline: false, timeout: 0 });
  };
  try {
    const painted = painting();
    await Promise.race([painted, leash.broken]);
  } finally {
    leash.end();
    if (browser.connected) await tab?.close().catch(() => undefined);
  }
}
