import { expect, test } from 'vitest';
import { usualLimits } from '../../src/book/limits.ts';
import { budgetFor, Leash } from '../../src/emit/leash.ts';
import { startBrowser } from '../../src/emit/pdf/browser/browser.ts';
import type { Resource } from '../../src/emit/page-server.ts';

const resources = (entries: Readonly<Record<string, Resource>>): ReadonlyMap<string, Resource> =>
  new Map(Object.entries(entries));

test('a browser that does not come to an end is stopped, and what it was at is told', async () => {
  const { browser } = await startBrowser(undefined);
  const page = await browser.newPage();
  const drawing = (size: number): Resource => ({ bytes: 'x'.repeat(size), mediaType: 'image/svg+xml' });
  const document = resources({
    '/': { bytes: '<p>', mediaType: 'text/html' },
    '/images/small.svg': drawing(10),
    '/images/large.svg': drawing(20),
  });
  const leash = new Leash(browser, document, { time: 1000, memory: Infinity });
  leash.step('opening the book');
  leash.step('painting the pages');
  const endless = page.evaluate(() => {
    for (;;);
  });
  endless.catch(() => undefined);
  await expect(Promise.race([endless, leash.broken])).rejects.toMatchObject({
    name: 'EnvironmentError',
    message:
      'The browser was stopped: it was at painting the pages for more than 1 seconds, all that a book of this size is given',
    hint: expect.stringMatching(/the largest: images\/large\.svg, images\/small\.svg\./) as string,
  });
  await expect(endless).rejects.toThrow(/closed/);
  await expect.poll(() => browser.connected).toBe(false);
});

// Elsewhere the system does not tell of the memory of others.
test.runIf(process.platform === 'linux')(
  'a browser that takes more memory than it may is stopped, and what it was at is told',
  async () => {
    const { browser } = await startBrowser(undefined);
    const page = await browser.newPage();
    const leash = new Leash(browser, resources({}), { time: 60_000, memory: 500 * 2 ** 20 });
    leash.step('printing the pages');
    await page.evaluate(() => 1);
    const greedy = page.evaluate(async () => {
      const held: unknown[] = [];
      for (;;) {
        if (held.length < 1000) held.push(new Uint8Array(1e6).fill(1));
        await new Promise((resolve) => void setTimeout(resolve, 1));
      }
    });
    greedy.catch(() => undefined);
    await expect(Promise.race([greedy, leash.broken])).rejects.toMatchObject({
      name: 'EnvironmentError',
      message:
        'The browser was stopped: at printing the pages it took more than 500 MB of memory, all that a book of this size is given',
      hint: expect.stringContaining('--limit step-memory=N') as string,
    });
    await expect.poll(() => browser.connected).toBe(false);
  },
);

test('work that ends within its budget is left alone', async () => {
  const { browser } = await startBrowser(undefined);
  const leash = new Leash(browser, resources({}), { time: 50, memory: Infinity });
  leash.step('opening the book');
  leash.end();
  await new Promise((resolve) => void setTimeout(resolve, 200));
  expect(browser.connected).toBe(true);
  await browser.close();
});

test('the budget grows with the text, and less with pictures', () => {
  const megabyte = new Uint8Array(1e6);
  const text = resources({ '/': { bytes: megabyte, mediaType: 'text/html; charset=utf-8' } });
  const image = resources({ '/a.png': { bytes: megabyte, mediaType: 'image/png' } });
  expect(budgetFor(resources({}))).toEqual({ time: 90_000, memory: 2048 * 2 ** 20 });
  expect(budgetFor(text)).toEqual({ time: 180_000, memory: 2560 * 2 ** 20 });
  expect(budgetFor(image)).toEqual({ time: 91_000, memory: 2056 * 2 ** 20 });
  const patient = {
    ...usualLimits,
    'step-time': 600_000,
    'step-time-of-text': 1000,
    'step-time-of-images': 0,
  };
  expect(budgetFor(text, patient).time).toBe(601_000);
  expect(budgetFor(image, patient).time).toBe(600_000);
});
