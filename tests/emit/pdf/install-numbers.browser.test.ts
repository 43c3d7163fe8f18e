import { describe, expect, test } from 'vitest';
import { installNumbers } from '../../../src/emit/pdf/in-page/install-numbers.ts';
import type { PageTools } from '../../../src/emit/pdf/in-page/page-tools.ts';
import { sharedBrowser } from '../../support/shared-browser.ts';

interface NumberWindow {
  colophonTools: Pick<PageTools, 'fillNumbers'>;
}

const running = await sharedBrowser();

/** The text of the place after every round, in a layout that moves its target as the place grows. */
async function rounds(count: number): Promise<Array<[changed: boolean, text: string]>> {
  const page = await running.browser.newPage();
  try {
    await page.setContent('<p>See page <span data-page-of="a"></span>.</p><p id="a">A</p>');
    await page.evaluate(() => {
      (window as unknown as NumberWindow).colophonTools = {} as PageTools;
    });
    await page.evaluate(installNumbers);
    return await page.evaluate((total) => {
      const { fillNumbers } = (window as unknown as NumberWindow).colophonTools;
      const place = document.querySelector('span') as HTMLElement;
      const narrow = Number.parseFloat(getComputedStyle(place).fontSize) * 1.2;
      const results: Array<[boolean, string]> = [];
      for (let round = 0; round < total; round++) {
        const wide = place.getBoundingClientRect().width > narrow;
        const layout = { labels: ['99', '100'], pageOf: () => (wide ? 0 : 1) };
        const changed = fillNumbers(layout as unknown as Parameters<typeof fillNumbers>[0]);
        results.push([changed, place.textContent]);
      }
      return results;
    }, count);
  } finally {
    await page.close();
  }
}

describe('page numbers that move their own targets', () => {
  test('come to rest, for they never take less room again', async () => {
    const results = await rounds(7);
    expect(results.slice(0, 3)).toEqual([
      [true, '100'],
      [true, '99'],
      [true, '100'],
    ]);
    expect(results.slice(4)).toEqual([
      [false, '99'],
      [false, '99'],
      [false, '99'],
    ]);
  });
});
