import type { Browser, Page } from 'puppeteer-core';
import coverScript from '#in-page/cover';
import { EnvironmentError, RefusedFontsError } from '../../book/errors.ts';
import { Leash } from '../leash.ts';
import { runScript } from '../page-script.ts';
import { origin, serve, type Resource } from '../page-server.ts';
import type { CoverScript } from './cover-script.ts';

/** A rendering, and the names of the texts that do not fit in it. */
export interface Rendering {
  readonly bytes: Uint8Array;
  readonly overflowing: ReadonlyArray<string>;
}

/**
 * A document of one page as PDF; its stylesheet states the size.
 *
 * @param resources all it refers to, by path; `/` is the document
 * @throws EnvironmentError where the browser fails
 */
export async function renderPdf(
  browser: Browser,
  resources: ReadonlyMap<string, Resource>,
): Promise<Rendering> {
  return render(browser, resources, async (page) =>
    page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: false, outline: false, timeout: 0 }),
  );
}

/**
 * A document as a JPEG picture.
 *
 * @param resources all it refers to, by path; `/` is the document
 * @param size in pixels
 * @throws EnvironmentError where the browser fails
 */
export async function renderJpeg(
  browser: Browser,
  resources: ReadonlyMap<string, Resource>,
  size: { readonly width: number; readonly height: number },
): Promise<Rendering> {
  return render(browser, resources, async (page) => page.screenshot({ type: 'jpeg', quality: 90 }), size);
}

async function render(
  browser: Browser,
  resources: ReadonlyMap<string, Resource>,
  take: (page: Page) => Promise<Uint8Array>,
  size = { width: 1200, height: 1200 },
): Promise<Rendering> {
  let page: Page | undefined;
  const leash = new Leash(browser, resources);
  leash.step('making the cover');
  const rendering = async (): Promise<Rendering> => {
    page = await browser.newPage();
    await page.setViewport({ ...size, deviceScaleFactor: 1 });
    await serve(page, resources, (fault) => leash.break(fault));
    await page.goto(`${origin}/`, { waitUntil: 'load', timeout: 0 });
    const script = await runScript<CoverScript>(page, coverScript);
    const unloaded = await script.evaluate((it) => it.loadFonts());
    if (unloaded.length > 0) throw new RefusedFontsError(unloaded);
    const overflowing = await script.evaluate((it) => it.fitTexts());
    return { bytes: await take(page), overflowing };
  };
  try {
    return await Promise.race([rendering(), leash.broken]);
  } catch (error) {
    if (error instanceof EnvironmentError) throw error;
    throw new EnvironmentError(
      `The browser failed while making the cover: ${error instanceof Error ? error.message : String(error)}`,
      'Run the build again; if it fails again, see `colophon doctor` and try another browser with --browser.',
      { cause: error },
    );
  } finally {
    leash.end();
    await page?.close().catch(() => undefined);
  }
}
