import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import JSZip from 'jszip';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build, writeBuild } from '../../src/build/build.ts';
import { diffPage } from '../../src/commands/diff-page.ts';
import { sharedBrowser } from '../support/shared-browser.ts';

/* Releases of a small book, as pages that say what has changed between them. */
const folder = await mkdtemp(join(tmpdir(), 'colophon-diff-page-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const sentence = 'The harbour lay still, and nobody spoke of the whale that evening. ';
const drawing = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><title>A square</title><path fill="${colour}" d="M0 0h90v90H0z"/></svg>`;
const book = {
  'book.yaml': 'title: The <Tide>\nlanguage: en\n',
  '01.md': `# One\n\n${sentence.repeat(12)}\n\n![A square](square.svg)\n`,
  '02.md': `# Two\n\n${sentence.repeat(12)}\n`,
  '03.md': `# Three\n\n${sentence.repeat(60)}\n`,
  'square.svg': drawing('#000'),
};

/** The folder of a release of the book with some of its files changed. */
async function release(name: string, changed: Readonly<Record<string, string>> = {}): Promise<string> {
  const [source, out] = [join(folder, name), join(folder, `${name}-out`)];
  await mkdir(source);
  for (const [file, text] of Object.entries({ ...book, ...changed }))
    await writeFile(join(source, file), text);
  const result = await build(source, { only: ['epub', 'pdf'], epoch: 1_700_000_000 });
  expect(result.ok).toBe(true);
  await writeBuild(out, result);
  return out;
}

/** What a page shows: its headings of the third level and the captions below them. */
async function shown(old: string, next: string): Promise<{ readonly html: string; readonly told: string[] }> {
  const { page } = await diffPage(old, next);
  const html = Buffer.from(page).toString('utf8');
  return { html, told: [...html.matchAll(/<(?:h3|figcaption)>([^<]*)/g)].map(([, text = '']) => text) };
}

let old: string;
let longer: string;
beforeAll(async () => {
  old = await release('old');
  // So much that the chapter has a page more, and the next begins on the other side.
  longer = await release('longer', {
    '02.md': `# Two\n\n${sentence.repeat(12)}\n\n${'And more of it. '.repeat(200)}\n`,
  });
});

test('shows the pages of the chapter that has grown, and none that has only moved', async () => {
  const { html, told } = await shown(old, longer);
  expect(told.filter((text) => !text.startsWith('Page '))).toEqual(['Contents', '2 Two']);
  expect(told.filter((text) => text.endsWith('now')).length).toBeGreaterThan(1);
  expect(html).toContain('3 Three begins 1 page later');
  expect(html).not.toMatch(/<script|<link|src="(?!data:)/);
});

test('shows a picture that is another, where all words are the same', async () => {
  const other = await release('other', { 'square.svg': drawing('#c00') });
  const { told } = await shown(old, other);
  expect(told).toEqual(['1 One', expect.stringMatching(/^Page \d+, before$/), expect.stringMatching(/now$/)]);
});

test('says that nothing has changed, and looks into archives', async () => {
  const zip = new JSZip();
  for (const name of ['release.json', 'the-tide.pdf'])
    zip.file(`dist/${name}`, await readFile(join(old, name)));
  const archive = join(folder, 'old.zip');
  await writeFile(archive, await zip.generateAsync({ type: 'nodebuffer' }));
  const { html, told } = await shown(archive, old);
  expect(told).toEqual([]);
  expect(html).toContain('Nothing has changed.');
  expect((await shown(archive, longer)).told).toContain('2 Two');
});

test('tells in words alone where there is no PDF', async () => {
  const { html } = await shown(join(old, 'release.json'), longer);
  expect(html).toContain('2 Two: +800 words');
  expect(html).not.toContain('<img');
});

test.each([320, 1280])('fits a window of %d pixels, and axe finds no fault in it', async (width) => {
  const { html } = await shown(old, longer);
  const path = join(folder, `${width}.html`);
  await writeFile(path, html);
  const { browser } = await sharedBrowser();
  const page = await browser.newPage();
  await page.setViewport({ width, height: 900 });
  await page.goto(pathToFileURL(path).href, { waitUntil: 'load', timeout: 0 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { axe: judge } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: Array<{ id: string }> }> };
    };
    return (await judge.run()).violations.map(({ id }) => id);
  });
  expect(found).toEqual([]);
  await page.close();
});
