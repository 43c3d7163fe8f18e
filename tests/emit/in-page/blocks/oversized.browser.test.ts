import { expect, test } from 'vitest';
import { makeBook } from '../../../builders/book.ts';
import { makeLooks, makeSection } from '../../../builders/hast-book.ts';
import { finishBook } from '../../../support/finish-book.ts';
import { readPdf } from '../../../support/read-pdf.ts';
import { sharedBrowser } from '../../../support/shared-browser.ts';

const running = await sharedBrowser();

const long = Array.from({ length: 30 }, (_, index) => `call(${index})`).join(' ');

test('lines of code that are turned over are painted where they are read', async () => {
  const lines = ['first', long, 'last'].map((line) => `<span class="code-line">${line}\n</span>`);
  const html = `<p>Before</p>\n<pre><code>${lines.join('')}</code></pre>\n<p>Behind</p>`;
  const one = makeSection('one', html);
  const book = makeBook({ body: [one] });
  const { screen } = await finishBook(book, new Map(), await makeLooks(book), running);
  const { pages } = await readPdf(screen ?? new Uint8Array());
  const text = pages.map((page) => page.text.replaceAll(/\s+/g, ' ')).find((each) => each.includes('Before'));
  expect(text).toContain(`Before first ${long} last Behind`);
  const runs = pages.flatMap((page) => page.runs);
  const left = (word: string): number => runs.find((run) => run.text.includes(word))?.x ?? Number.NaN;
  const turned = runs.filter(({ text: words }) => words.startsWith('call(') && !words.startsWith('call(0)'));
  expect(turned.length).toBeGreaterThan(1);
  for (const run of turned) expect(run.x).toBeGreaterThan(left('first') + 5);
});

test.each([
  ['are set smaller rather than turned over', 84, true],
  ['are turned over where their type would be too small', 240, false],
])('drawings in code %s', async (_, columns, isWhole) => {
  const bar = '─'.repeat(columns - 2);
  const rows = [`┌${bar}┐`, `│${'Sea'.padStart(columns - 2)}│`, `└${bar}┘`];
  const lines = rows.map((line) => `<span class="code-line">${line}\n</span>`);
  const one = makeSection('one', `<p>Before</p>\n<pre><code>${lines.join('')}</code></pre>`);
  const book = makeBook({ body: [one] });
  const { screen } = await finishBook(book, new Map(), await makeLooks(book), running);
  const { pages } = await readPdf(screen ?? new Uint8Array());
  const rowsSet = new Set(
    pages.flatMap(({ runs }) => runs.filter(({ text }) => /[─│┌└]/.test(text)).map(({ y }) => Math.round(y))),
  );
  expect(rowsSet.size === 3).toBe(isWhole);
});
