import { afterAll, describe, expect, it } from 'vitest';
import { KeptTab } from '../../../../src/emit/pdf/browser/kept-tab.ts';
import type { Resource } from '../../../../src/emit/page-server.ts';
import { sharedBrowser } from '../../../support/shared-browser.ts';

/* A document that differs in its text alone is shown in the tab of the one before, any other in a new one. */

const text = 'text/html; charset=utf-8';
const square =
  '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>';

function documentOf(
  body: string,
  css: string,
  more: Readonly<Record<string, string>> = {},
): Map<string, Resource> {
  const html = `<!doctype html><html lang="en"><head><link rel="stylesheet" href="style.css"></head><body>${body}</body></html>`;
  return new Map<string, Resource>([
    ['/', { bytes: html, mediaType: text }],
    ['/style.css', { bytes: css, mediaType: 'text/css' }],
    ...Object.entries(more).map(([path, bytes]) => [path, { bytes, mediaType: 'image/svg+xml' }] as const),
  ]);
}

function fail(error: Error): never {
  throw error;
}

describe('a tab that is kept', () => {
  const tab = new KeptTab();
  afterAll(() => tab.close());

  const shown = async (resources: ReadonlyMap<string, Resource>) => {
    const { browser } = await sharedBrowser();
    const page = await tab.take(browser, resources);
    const script = await tab.show(page, resources, fail);
    await script.evaluate((each) => each.load());
    return page;
  };

  it('shows another text, with its pictures, in the place of the last one', async () => {
    const first = await shown(documentOf('<p>One</p>', 'p { color: red }'));
    // As a print leaves it.
    await first.evaluate(() => document.head.append(document.createElement('style')));
    const picture = '<p>Two</p><img src="square.svg">';
    const second = await shown(documentOf(picture, 'p { color: red }', { '/square.svg': square }));
    expect(second).toBe(first);
    const seen = await second.evaluate(() => ({
      text: document.body.textContent,
      color: getComputedStyle(document.querySelector('p')!).color,
      width: document.images[0]?.naturalWidth,
      heads: document.head.childElementCount,
    }));
    expect(seen).toEqual({ text: 'Two', color: 'rgb(255, 0, 0)', width: 10, heads: 1 });
  });

  it('is another one where styles differ, or it was closed', async () => {
    const first = await shown(documentOf('<p>One</p>', 'p { color: red }'));
    const second = await shown(documentOf('<p>One</p>', 'p { color: blue }'));
    expect(second).not.toBe(first);
    expect(first.isClosed()).toBe(true);
    expect(await second.$eval('p', (p) => getComputedStyle(p).color)).toBe('rgb(0, 0, 255)');
    await second.close();
    const third = await shown(documentOf('<p>Three</p>', 'p { color: blue }'));
    expect(await third.$eval('p', ({ textContent }) => textContent)).toBe('Three');
  });

  it('is another one before what earlier documents left fills the memory', async () => {
    const tabs = new Set<unknown>();
    for (let number = 1; number <= 50; number++)
      tabs.add(await shown(documentOf(`<p>${number}</p>`, 'p { color: green }')));
    expect(tabs.size).toBe(2);
  });
});
