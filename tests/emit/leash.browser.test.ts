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
  const leash = new Leash(browser, document, 1000);
  leash.step('opening the book');
  leash.step('painting the pages');
  const endless = page.evaluate(() => {
    for (;;);
  });
  endless.catch(() => undefined);
  await expect(Promise.race([endless, leash.broken])).rejects.toMatchObject({
    name: 'EnvironmentError',
    message:
      'The browser was stopped: it was at painting the pages for more than 1 seconds, which no book of this size takes',
    hint: expect.stringMatching(/the largest: images\/large\.svg, images\/small\.svg\./) as string,
  });
  await expect(endless).rejects.toThrow(/closed/);
  await expect.poll(() => browser.connected).toBe(false);
});

test('work that ends within its budget is left alone', async () => {
  const { browser } = await startBrowser(undefined);
  const leash = new Leash(browser, resources({}), 50);
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
  expect(budgetFor(resources({}))).toBe(90_000);
  expect(budgetFor(text)).toBe(180_000);
  expect(budgetFor(image)).toBe(91_000);
  const patient = {
    ...usualLimits,
    'step-time': 600_000,
    'step-time-of-text': 1000,
    'step-time-of-images': 0,
  };
  expect(budgetFor(text, patient)).toBe(601_000);
  expect(budgetFor(image, patient)).toBe(600_000);
});
