import { expect, test } from 'vitest';
import { origin, serve, type Resource } from '../../src/emit/page-server.ts';
import { sharedBrowser } from '../support/shared-browser.ts';

const { browser } = await sharedBrowser();

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
  );
  await page.goto(`${origin}/`);
  const widths = await page.evaluate(() => Array.from(document.images, (image) => image.naturalWidth));
  expect(widths).toEqual([1, 2, 3, 4, 0]);
  await page.close();
});
