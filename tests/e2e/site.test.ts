import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, describe, expect, it } from 'vitest';
import { site, writeSite, type SiteResult } from '../../src/build/site.ts';
import { folderOf } from '../builders/folder.ts';
import { held } from '../builders/held.ts';
import { sharedBrowser } from '../support/shared-browser.ts';

/* Sites as readers have them: opened from a disk, in a real browser. */

const { browser } = await sharedBrowser();
const home = await mkdtemp(join(tmpdir(), 'colophon-site-'));
afterAll(() => rm(home, { recursive: true, force: true }));

const books = {
  english: {
    'book.yaml':
      'title: The Tide\nlanguage: en\nauthor: Jane Doe\ncopyright: { year: 2026, holder: Jane Doe, license: CC-BY-4.0 }\ncontents:\n  - part: Outward\n    contents: [one.md, two.md]\n',
    'one.md':
      '# Loomings\n\nA whale.[^a] See [the tide](#tide), $x^2$.\n\n| A | B |\n| - | - |\n| 1 | 2 |\n\n```js\nlet whale = 1;\n```\n\n[^a]: Krill and more.\n',
    'two.md': '# Second\n\n## The tide {#tide}\n\nWater, water.\n\n## Further\n\nMore.\n',
  },
  arabic: {
    'book.yaml': 'title: كتاب البحر\nlanguage: ar\nauthor: علي حسن\n',
    '1.md': '# البداية\n\nهذا نصٌّ عن السَّفينة.[^1]\n\n[^1]: ملاحظة.\n',
    '2.md': '# النهاية\n\nوصلت السفينة.\n',
  },
  japanese: {
    'book.yaml': 'title: 海の本\nlanguage: ja\nauthor: 山田太郎\n',
    '1.md': '# 出発\n\n船が港を出た。\n',
    '2.md': '# 到着\n\n船は島に着いた。\n',
  },
};

async function made(
  name: keyof typeof books,
): Promise<{ readonly folder: string; readonly result: SiteResult }> {
  const result = await site(await folderOf(books[name]), { epoch: 1_700_000_000 });
  const folder = join(home, name);
  await writeSite(folder, result);
  return { folder, result };
}

async function opened(
  folder: string,
  file: string,
  width = 1280,
): Promise<{ readonly page: Page; readonly faults: string[] }> {
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('requestfailed', (request) => faults.push(request.url()));
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) faults.push(request.url());
  });
  await page.setViewport({ width, height: 800 });
  await page.goto(String(pathToFileURL(join(folder, file))));
  return { page, faults };
}

async function violations(page: Page): Promise<unknown[]> {
  await page.evaluate(`${axe.source};0`);
  return page.evaluate(async () => {
    const { violations: all } = await (
      globalThis as unknown as {
        axe: { run(): Promise<{ violations: Array<{ id: string; nodes: Array<{ html: string }> }> }> };
      }
    ).axe.run();
    return all.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

async function search(page: Page, words: string): Promise<string[]> {
  await page.keyboard.down('Control');
  await page.keyboard.press('k');
  await page.keyboard.up('Control');
  await page.keyboard.type(words);
  await page.waitForFunction(() => document.querySelector('#search [role="status"]')?.textContent !== '');
  return page.$$eval('#search li a', (links) => links.map((link) => link.textContent ?? ''));
}

describe.each(Object.keys(books) as Array<keyof typeof books>)('the site of a book in %s', (name) => {
  it('is made without a message, and again of the same bytes', async () => {
    const { result } = await made(name);
    expect([result.ok, result.messages.filter(({ severity }) => severity !== 'info')]).toEqual([true, []]);
    const again = await site(await folderOf(books[name]), { epoch: 1_700_000_000 });
    expect(again.artifacts.map(({ path, sha256 }) => [path, sha256])).toEqual(
      result.artifacts.map(({ path, sha256 }) => [path, sha256]),
    );
  });

  it('has pages in which axe finds nothing, light and dark, that fit every screen and load nothing', async () => {
    const { folder, result } = await made(name);
    for (const { path } of result.artifacts.filter((each) => each.path.endsWith('.html')))
      for (const [width, scheme] of [
        [1280, 'light'],
        [360, 'dark'],
      ] as const) {
        const { page, faults } = await opened(folder, path, width);
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        // Before axe asks for the styles.
        expect([path, faults]).toEqual([path, []]);
        expect([path, await violations(page)]).toEqual([path, []]);
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(beyond).toBeLessThanOrEqual(0);
        await page.close();
      }
  });
});

describe('a reader', () => {
  let folder = '';
  async function english(): Promise<string> {
    if (folder === '') ({ folder } = await made('english'));
    return folder;
  }

  it('finds words and notes from the keyboard, and goes there', async () => {
    const { page, faults } = await opened(await english(), 'index.html');
    expect((await search(page, 'tide'))[0]).toBe('The tide');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(page.url()).toMatch(/\.html#.*tide$/);
    expect(await search(page, 'kril')).toEqual(['Notes']);
    await page.keyboard.press('ArrowDown');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(page.url()).toMatch(/notes.*#/);
    expect(await page.evaluate(() => document.querySelector(':target')?.textContent)).toContain('Krill');
    expect(faults).toEqual([]);
    await page.close();
  });

  it('turns pages with the arrow keys, and follows notes there and back', async () => {
    const { page } = await opened(await english(), 'one.html');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('ArrowRight')]);
    expect(await page.title()).toContain('Second');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('ArrowLeft')]);
    await Promise.all([page.waitForNavigation(), page.click('[role="doc-noteref"]')]);
    expect(page.url()).toMatch(/notes.*#/);
    await Promise.all([page.waitForNavigation(), page.click('[role="doc-backlink"]')]);
    expect(page.url()).toMatch(/one\.html#/);
    await page.close();
  });

  it('makes pages dark, and they stay so', async () => {
    const { page } = await opened(await english(), 'one.html');
    const ground = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await page.click('.site-appearance');
    const dark = await ground();
    expect(dark).not.toBe(light);
    expect(await page.$eval('.site-appearance', (button) => button.getAttribute('aria-pressed'))).toBe(
      'true',
    );
    await page.goto(page.url().replace('one.html', 'index.html'));
    expect(await ground()).toBe(dark);
    await page.click('.site-appearance');
    await page.close();
  });

  it('has the contents on a telephone when they are asked for, without a script too', async () => {
    const { page } = await opened(await english(), 'one.html', 360);
    const shown = (): Promise<boolean> => page.$eval('#contents', (list) => list.checkVisibility());
    expect(await shown()).toBe(false);
    await page.click('.site-open');
    expect(await shown()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await shown()).toBe(false);
    await page.setJavaScriptEnabled(false);
    await page.reload();
    await page.click('.site-open');
    expect(await shown()).toBe(true);
    await page.close();
  });

  it('prints the text and its rights alone', async () => {
    const { page } = await opened(await english(), 'one.html');
    await page.emulateMediaType('print');
    const shown = await page.$$eval('.site-bar, .site-contents, .site-turn, main, .site-footer', (all) =>
      all.filter((each) => each.checkVisibility()).map(({ className, tagName }) => className || tagName),
    );
    expect(shown).toEqual(['MAIN', 'site-footer']);
    await page.close();
  });
});

it('says for machines and for people what the rights are', async () => {
  const { result } = await made('english');
  const bytes = held(result.artifacts.find(({ path }) => path === 'index.html')?.bytes);
  const start = Buffer.from(bytes).toString('utf8');
  const [, json = '{}'] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(start) ?? [];
  expect(JSON.parse(json)).toMatchObject({
    '@type': 'Book',
    name: 'The Tide',
    license: 'https://creativecommons.org/licenses/by/4.0/',
  });
  expect(start).toContain('<link rel="license" href="https://creativecommons.org/licenses/by/4.0/"/>');
  expect(start).toContain('© 2026 Jane Doe');
});

it('where the manuscript has errors there is no site', async () => {
  const result = await site(
    await folderOf({ 'book.yaml': 'title: T\nlanguage: en\n', '1.md': '# A\n\nA[^1]\n' }),
  );
  expect([result.ok, result.artifacts, result.messages[0]?.rule]).toEqual([false, [], 'note-undefined']);
});
