import { expect, test } from 'vitest';
import { sharedBrowser } from '../../support/shared-browser.ts';

const { browser } = await sharedBrowser();

test('the browser lets our script free the memory of earlier layouts', async () => {
  const page = await browser.newPage();
  const isCollected = await page.evaluate(() => {
    const { gc } = globalThis as { gc?: () => void };
    const kept = { garbage: new WeakRef({ text: 'x' }) };
    return new Promise<boolean>((resolve) => {
      setTimeout(() => {
        gc?.();
        resolve(kept.garbage.deref() === undefined);
      });
    });
  });
  expect(isCollected).toBe(true);
  await page.close();
});
