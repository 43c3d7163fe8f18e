import { describe, expect, test } from 'vitest';
import script from '#in-page/page-numbers';
import type { pageNumbers } from '../../../src/emit/in-page/page-numbers.ts';
import { runScript } from '../../../src/emit/page-script.ts';
import { sharedBrowser } from '../../support/shared-browser.ts';

const running = await sharedBrowser();

/** The text of the place after every round, in a layout that moves its target as the place grows. */
async function rounds(count: number): Promise<Array<[changed: boolean, text: string]>> {
  const page = await running.browser.newPage();
  try {
    await page.setContent('<p>See page <span data-page-of="a"></span>.</p><p id="a">A</p>');
    const module = await runScript<{ pageNumbers: typeof pageNumbers }>(page, script);
    return await module.evaluate((it, total) => {
      const numbers = it.pageNumbers();
      const place = document.querySelector('span') as HTMLElement;
      const narrow = Number.parseFloat(getComputedStyle(place).fontSize) * 1.2;
      const results: Array<[boolean, string]> = [];
      for (let round = 0; round < total; round++) {
        const wide = place.getBoundingClientRect().width > narrow;
        const changed = numbers.find({ labels: ['99', '100'], pageOf: () => (wide ? 0 : 1) })();
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
    const results = await rounds(9);
    expect(results.slice(0, 5)).toEqual([
      [true, '100'],
      [true, '99'],
      [true, '100'],
      [true, '99'],
      [true, '100'],
    ]);
    expect(results.slice(6)).toEqual([
      [false, '99'],
      [false, '99'],
      [false, '99'],
    ]);
  });
});
