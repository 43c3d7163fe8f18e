import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, expect, test } from 'vitest';
import { messageAt } from '../../src/book/messages/messages.ts';
import { build } from '../../src/build/build.ts';
import { emitSeries } from '../../src/emit/report/emit-series.ts';
import { held } from '../builders/held.ts';
import { sharedBrowser } from '../support/shared-browser.ts';

const folder = await mkdtemp(join(tmpdir(), 'colophon-report-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const paragraph = 'The harbour lay still, and nobody spoke of the whale that evening. ';

async function bookIn(name: string, yaml = ''): Promise<string> {
  const place = join(folder, name);
  await mkdir(place);
  const copyright = 'copyright: { year: 2024, holder: Jane Doe, license: CC-BY-4.0 }';
  await writeFile(
    join(place, 'book.yaml'),
    `title: The <Tide>\nlanguage: en\nauthor: Jane Doe\n${copyright}\nidentifiers: { id: "urn:uuid:0cf3dd4e-5d7e-4dd4-9d2c-1b5c1f8f6f10" }\n${yaml}`,
  );
  for (const [index, title] of ['One', 'Two', 'Three'].entries())
    await writeFile(
      join(place, `0${index + 1}.md`),
      `# ${title}\n\n${paragraph.repeat(90)}[^1]\n\n[^1]: A note on ${title}.\n`,
    );
  return place;
}

async function reportOf(place: string): Promise<{ readonly html: string; readonly paths: string[] }> {
  const { artifacts, ok, messages } = await build(place, { report: true, epoch: 1_700_000_000 });
  expect([ok, messages]).toEqual([true, []]);
  const file = artifacts.find(({ kind }) => kind === 'report');
  return { html: Buffer.from(held(file?.bytes)).toString('utf8'), paths: artifacts.map(({ path }) => path) };
}

const { html, paths } = await reportOf(await bookIn('tide'));

test('is a file of the release, and the same for the same book', async () => {
  expect(paths).toContain('report.html');
  const again = await reportOf(await bookIn('again'));
  expect(again.html).toBe(html);
});

test('needs nothing else, and says what there is', () => {
  expect(html).not.toMatch(/<script|<link|javascript:/);
  expect(
    [...html.matchAll(/(?:src|href)="([^"]{0,12})/g)].filter(([, at = '']) => !/^(?:data:|#)/.test(at)),
  ).toEqual([]);
  expect(html).toContain('The &#x3C;Tide>');
  for (const said of [
    '© 2024 Jane Doe',
    'Creative Commons Attribution 4.0',
    'Nothing was found.',
    '3 of 3',
    'the-tide-press.pdf',
  ])
    expect(html).toContain(said);
  for (const said of [
    /<dt>Last change<\/dt><dd>2023-11-14</,
    /<dt>Images<\/dt><dd>\d+</,
    /<td>epubcheck-ts \d+\.\d+\.\d+</,
  ])
    expect(html).toMatch(said);
  expect(html.match(/<figure>/g)?.length).toBeGreaterThanOrEqual(6);
  expect(html.length).toBeLessThan(1_000_000);
});

/** The report of a series of two books, one of which has errors. */
async function seriesHtml(): Promise<string> {
  const book = { name: 'tide', title: 'The Tide', language: 'en', authors: ['Jane Doe'], pages: 12 };
  const messages = [
    messageAt('a-chapter-with-a-long-name.md', 'note-undefined', 'No note is defined for [^b]'),
  ];
  const files = [{ path: 'report.html', kind: 'report', size: 1200, sha256: 'ab'.repeat(32) }];
  const bytes = await emitSeries(
    [
      { ...book, isReleased: true, messages: [], files },
      { ...book, name: 'pier', isReleased: false, messages, files: [] },
    ],
    '1.2',
  );
  return Buffer.from(bytes).toString('utf8');
}

async function opened(width: number, scheme: 'light' | 'dark', shown: string): Promise<Page> {
  const { browser } = await sharedBrowser();
  const path = join(folder, 'report.html');
  await writeFile(path, shown);
  const page = await browser.newPage();
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(pathToFileURL(path).href, { waitUntil: 'load', timeout: 0 });
  return page;
}

test.each([
  [320, 'light', 'book'],
  [768, 'dark', 'book'],
  [1280, 'light', 'book'],
  [320, 'dark', 'series'],
  [1280, 'light', 'series'],
] as const)(
  'fits a window of %d pixels, and axe finds no fault in it (%s, of a %s)',
  async (width, scheme, of) => {
    const page = await opened(width, scheme, of === 'book' ? html : await seriesHtml());
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const pictures = await page.$$eval('img', (images) => images.map(({ naturalWidth }) => naturalWidth));
    expect(pictures.filter((drawn) => drawn === 0)).toEqual([]);
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      const { axe: judge } = globalThis as unknown as {
        axe: { run: () => Promise<{ violations: Array<{ id: string; nodes: Array<{ html: string }> }> }> };
      };
      const { violations } = await judge.run();
      return violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
    });
    expect(found).toEqual([]);
    await page.close();
  },
);

test('shows what was found at its place', async () => {
  const place = await bookIn('warned');
  await writeFile(join(place, '04.md'), '# Four\n\n![](harbour.svg)\n');
  await writeFile(
    join(place, 'harbour.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><path d="M0 0h40v40z"/></svg>',
  );
  const { artifacts, messages } = await build(place, { report: true, only: ['epub'] });
  const [message] = messages;
  expect(message).toMatchObject({ file: '04.md', line: 3 });
  const file = artifacts.find(({ kind }) => kind === 'report');
  const warned = Buffer.from(held(file?.bytes)).toString('utf8');
  expect(warned).toContain(`04.md:3:${message?.column}`);
  expect(warned).toContain(message?.rule);
});

test('has no pictures where none are wanted, and all else', async () => {
  const { artifacts } = await build(await bookIn('plain'), { epoch: 1_700_000_000 });
  const file = artifacts.find(({ kind }) => kind === 'report');
  const plain = Buffer.from(held(file?.bytes)).toString('utf8');
  expect(plain).not.toContain('<img');
  const pictures = /<section id="pictures".*?<\/section>/s;
  expect(plain).toMatch(/<section id="pictures"[^>]*>.*colophon build --report/s);
  const without = (page: string): string => page.replace(pictures, '').replace(/<header>.*?<\/header>/s, '');
  expect(without(plain)).toBe(without(html));
});
