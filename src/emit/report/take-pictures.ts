import type { Browser, Page } from 'puppeteer-core';
import drawPagesScript from '#in-page/draw-pages';
import { EnvironmentError } from '../../book/errors.ts';
import { Leash } from '../leash.ts';
import { runScript } from '../page-script.ts';
import { origin, serve, type Resource } from '../page-server.ts';
import { partOfPdfjs } from '../pdfjs-files.ts';
import type { DrawPagesScript, Spread } from './draw-pages-script.ts';
import type { ReportedPicture } from './reported-release.ts';

/** A spread to be drawn. */
export interface WantedSpread {
  readonly caption: string;
  readonly pages: Spread;
}

/** How high pages are drawn, in pixels. */
const pageHeight = 560;

/**
 * Draws spreads of a finished PDF.
 *
 * @throws EnvironmentError where the browser fails
 */
export async function drawSpreads(
  browser: Browser,
  pdf: Uint8Array,
  spreads: ReadonlyArray<WantedSpread>,
): Promise<ReportedPicture[]> {
  const script = (bytes: Uint8Array): Resource => ({ bytes, mediaType: 'text/javascript; charset=utf-8' });
  const resources = new Map<string, Resource>([
    ['/', { bytes: '<!doctype html><title>Pages</title>', mediaType: 'text/html; charset=utf-8' }],
    ['/pdf.js', script(await partOfPdfjs('pdf.min.mjs'))],
    ['/pdf-worker.js', script(await partOfPdfjs('pdf.worker.min.mjs'))],
    ['/book.pdf', { bytes: pdf, mediaType: 'application/pdf' }],
  ]);
  return inTab(browser, resources, async (page) => {
    await page.goto(`${origin}/`, { waitUntil: 'load', timeout: 0 });
    const drawing = await runScript<DrawPagesScript>(page, drawPagesScript);
    const drawn = await drawing.evaluate(
      (it, wanted, height) => it.draw(wanted, height),
      spreads.map(({ pages }) => pages),
      pageHeight,
    );
    return drawn.map(({ data, width, height }, index) => ({
      caption: spreads[index]?.caption ?? '',
      mediaType: 'image/webp',
      bytes: Buffer.from(data.slice(data.indexOf(',') + 1), 'base64'),
      width,
      height,
    }));
  });
}

/** A screen of an e-book to be taken. */
export interface WantedScreen {
  readonly caption: string;
  /** Of the document. */
  readonly path: string;
  readonly isDark: boolean;
}

/** A telephone, in CSS pixels. */
const screen = { width: 390, height: 720 };

/**
 * Takes pictures of documents of an e-book on the screen of a telephone.
 *
 * @param resources the files of the e-book by path
 * @throws EnvironmentError where the browser fails
 */
export async function takeScreens(
  browser: Browser,
  resources: ReadonlyMap<string, Resource>,
  screens: ReadonlyArray<WantedScreen>,
): Promise<ReportedPicture[]> {
  return inTab(browser, resources, async (page) => {
    const pictures: ReportedPicture[] = [];
    await page.setViewport({ ...screen, deviceScaleFactor: 1.5 });
    for (const { caption, path, isDark } of screens) {
      const scheme = isDark ? 'dark' : 'light';
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.goto(new URL(path, origin).href, { waitUntil: 'load', timeout: 0 });
      // Readers leave room at the edges; and where the book states no colours, theirs hold.
      await page.addStyleTag({ content: `html { padding: 24px; color-scheme: ${scheme} }` });
      const bytes = await page.screenshot({ type: 'webp', quality: 72 });
      pictures.push({ caption, mediaType: 'image/webp', bytes, ...screen });
    }
    return pictures;
  });
}

/** How high the cover is shown, in pixels. */
const coverHeight = 420;

/**
 * Takes a picture of the front of the cover.
 *
 * @throws EnvironmentError where the browser fails
 */
export async function showCover(browser: Browser, cover: Resource): Promise<ReportedPicture> {
  const html = `<!doctype html><title>Cover</title><img src="/cover" style="height: ${coverHeight}px">`;
  const resources = new Map<string, Resource>([
    ['/', { bytes: html, mediaType: 'text/html; charset=utf-8' }],
    ['/cover', cover],
  ]);
  return inTab(browser, resources, async (page) => {
    await page.goto(`${origin}/`, { waitUntil: 'load', timeout: 0 });
    const image = await page.waitForSelector('img', { timeout: 0 });
    const { width = 0, height = 0 } = (await image?.boundingBox()) ?? {};
    const bytes = await image?.screenshot({ type: 'webp', quality: 80 });
    return {
      caption: 'The cover',
      mediaType: 'image/webp',
      bytes: bytes ?? new Uint8Array(),
      width: Math.round(width),
      height: Math.round(height),
    };
  });
}

/** Does something in a tab of its own, which gets nothing but these files. */
async function inTab<Result>(
  browser: Browser,
  resources: ReadonlyMap<string, Resource>,
  work: (page: Page) => Promise<Result>,
): Promise<Result> {
  const leash = new Leash(browser, resources);
  leash.step('taking the pictures of the report');
  let page: Page | undefined;
  const working = async (): Promise<Result> => {
    page = await browser.newPage();
    await serve(page, resources, (fault) => leash.break(fault));
    return work(page);
  };
  try {
    return await Promise.race([working(), leash.broken]);
  } catch (error) {
    if (error instanceof EnvironmentError) throw error;
    throw new EnvironmentError(
      `The browser failed while taking the pictures of the report: ${error instanceof Error ? error.message : String(error)}`,
      'Run the build again, or leave out --report.',
      { cause: error },
    );
  } finally {
    leash.end();
    await page?.close().catch(() => undefined);
  }
}
