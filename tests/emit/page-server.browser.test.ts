import { join } from 'node:path';
import { expect, test } from 'vitest';
import { origin, serve, type Resource } from '../../src/emit/page-server.ts';
import { folderOf } from '../builders/folder.ts';
import { png } from '../builders/pictures.ts';
import { sharedBrowser } from '../support/shared-browser.ts';

const { browser } = await sharedBrowser();

function fail(error: Error): void {
  throw error;
}

test('large files reach the page one after the other, and all of them', async () => {
  const drawing = (width: number): Resource => ({
    bytes: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="9"><!--${'x'.repeat(2e6)}--></svg>`,
    mediaType: 'image/svg+xml',
  });
  const images = [1, 2, 3, 4].map((number) => `<img src="/${number}.svg">`);
  const page = await browser.newPage();
  await serve(
    page,
    new Map<string, Resource>([
      ['/', { bytes: `<!doctype html>${images.join('')}<img src="/none.svg">`, mediaType: 'text/html' }],
      ...[1, 2, 3, 4].map((number) => [`/${number}.svg`, drawing(number)] as const),
    ]),
    fail,
  );
  await page.goto(`${origin}/`);
  const widths = await page.evaluate(() => Array.from(document.images, (image) => image.naturalWidth));
  expect(widths).toEqual([1, 2, 3, 4, 0]);
  await page.close();
});

test('a file that was changed since it was read is told of, and never shown', async () => {
  const folder = await folderOf({ 'a.png': png(2, 2) });
  const stored = { file: join(folder, 'a.png'), length: png(2, 2).length, sha256: '0'.repeat(64) };
  const page = await browser.newPage();
  const told = new Promise<Error>((resolve) => {
    void serve(
      page,
      new Map<string, Resource>([
        ['/', { bytes: '<!doctype html><img src="/a.png">', mediaType: 'text/html' }],
        ['/a.png', { bytes: stored, mediaType: 'image/png' }],
      ]),
      resolve,
    ).then(() => page.goto(`${origin}/`).catch(() => undefined));
  });
  expect((await told).message).toBe(`${stored.file} was changed or removed while the book was being built`);
  await page.close();
});
