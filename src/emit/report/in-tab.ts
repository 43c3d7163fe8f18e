import type { Browser, Page } from 'puppeteer-core';
import { EnvironmentError } from '../../book/errors.ts';
import { Leash } from '../leash.ts';
import { serve, type Resource } from '../page-server.ts';
import { partOfPdfjs } from '../pdfjs-files.ts';
import type { DrawnPicture } from './draw-pages-script.ts';
import type { ReportedPicture } from './reported-release.ts';

/** An empty page, what draws PDFs, and these by the paths under which it asks for them. */
export async function pdfsToDraw(
  pdfs: Readonly<Record<string, Uint8Array>>,
): Promise<ReadonlyMap<string, Resource>> {
  const script = (bytes: Uint8Array): Resource => ({ bytes, mediaType: 'text/javascript; charset=utf-8' });
  return new Map<string, Resource>([
    ['/', { bytes: '<!doctype html><title>Pages</title>', mediaType: 'text/html; charset=utf-8' }],
    ['/pdf.js', script(await partOfPdfjs('pdf.min.mjs'))],
    ['/pdf-worker.js', script(await partOfPdfjs('pdf.worker.min.mjs'))],
    ...Object.entries(pdfs).map(([path, bytes]) => [path, { bytes, mediaType: 'application/pdf' }] as const),
  ]);
}

/** A picture that a page has drawn. */
export function reported({ data, width, height }: DrawnPicture, caption: string): ReportedPicture {
  const bytes = Buffer.from(data.slice(data.indexOf(',') + 1), 'base64');
  return { caption, mediaType: 'image/webp', bytes, width, height };
}

/**
 * Does something in a tab of its own, which gets nothing but these files.
 *
 * @throws EnvironmentError where the browser fails
 */
export async function inTab<Result>(
  browser: Browser,
  resources: ReadonlyMap<string, Resource>,
  work: (page: Page) => Promise<Result>,
): Promise<Result> {
  const leash = new Leash(browser, resources);
  leash.step('taking pictures');
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
      `The browser failed while taking pictures: ${error instanceof Error ? error.message : String(error)}`,
      'Run it again, or leave out --report or --html.',
      { cause: error },
    );
  } finally {
    leash.end();
    await page?.close().catch(() => undefined);
  }
}
