import { expect, test } from 'vitest';
import { startBrowser } from '../../../../src/emit/pdf/browser/browser.ts';
import { openAhead, tabOf } from '../../../../src/emit/pdf/browser/tabs.ts';

test('who wants a tab first has the one opened ahead, all others one of their own', async () => {
  const { browser } = await startBrowser(undefined);
  try {
    openAhead(browser);
    const first = await tabOf(browser);
    const second = await tabOf(browser);
    expect(second).not.toBe(first);
    await first.close();
    expect(await second.evaluate(() => 'here')).toBe('here');
    // The blank one that each browser begins with.
    expect(await browser.pages()).toHaveLength(2);
  } finally {
    await browser.close();
  }
});
