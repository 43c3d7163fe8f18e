import type { Browser } from 'puppeteer-core';
import drawPagesScript from '#in-page/draw-pages';
import { runScript } from '../page-script.ts';
import { origin, type Resource } from '../page-server.ts';
import type { DrawPagesScript, Spread } from './draw-pages-script.ts';
import { inTab, pdfsToDraw, reported } from './in-tab.ts';
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
  const resources = await pdfsToDraw({ '/book.pdf': pdf });
  return inTab(browser, resources, async (page) => {
    await page.goto(`${origin}/`, { waitUntil: 'load', timeout: 0 });
    const drawing = await runScript<DrawPagesScript>(page, drawPagesScript);
    const drawn = await drawing.evaluate(
      (it, wanted, height) => it.draw(wanted, height),
      spreads.map(({ pages }) => pages),
      pageHeight,
    );
    return drawn.map((picture, index) => reported(picture, spreads[index]?.caption ?? ''));
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
