import { expect, test } from 'vitest';
import { makeBook } from '../../../builders/book.ts';
import { makeLooks, makePrint, makeSection } from '../../../builders/hast-book.ts';
import { finishBook } from '../../../support/finish-book.ts';
import { readPdf } from '../../../support/read-pdf.ts';
import { sharedBrowser } from '../../../support/shared-browser.ts';

const running = await sharedBrowser();

const words =
  'Nobody on deck remembered afterwards who had first seen the whale, or whether it was a whale at all that had ' +
  'risen there in the grey light between two seas and gone again, as if it had never been there. ';

/** A chapter of paragraphs of many lengths, short ones among them, as people talk. */
const chapter = Array.from({ length: 90 }, (_, index) => {
  const text =
    index % 3 === 0 ? '“Did you see it? Or was it only the light upon the water, once more?” ' : words;
  return `<p>${text.repeat(1 + ((index * 7) % 4))}${'And so it was. '.repeat(index % 5)}</p>`;
}).join('');

/** How many lines stand on each page but the last, folio and head apart. */
async function linesOnPages(html: string): Promise<{ lines: number[]; text: string }> {
  const book = makeBook({ body: [makeSection('one', html)] }, makePrint({ openings: 'any' }));
  const { screen } = await finishBook(book, new Map(), await makeLooks(book), running);
  const { pages } = await readPdf(screen ?? new Uint8Array());
  const texts = pages.map(({ text }) => text.trim().split('\n'));
  // Heads and numbers stand between what goes on from page to page.
  const own = texts.flat().filter((line) => !/^\d+(?: |$)| \d+$/.test(line));
  return { lines: texts.map(({ length }) => length), text: own.join('\n') };
}

test('fills the pages of a chapter that talks, and loses no word of it', async () => {
  const { lines, text } = await linesOnPages(chapter);
  const inner = lines.slice(2, -1);
  expect(inner.length).toBeGreaterThan(5);
  const deepest = Math.max(...inner);
  expect(inner.filter((count) => count < deepest).length).toBeLessThanOrEqual(1);
  const squeezed = (given: string): string => given.replaceAll('‐\n', '').replaceAll(/\s+/g, '');
  expect(squeezed(text).match(/Nobodyondeckremembered/g)).toHaveLength(
    [...chapter.matchAll(/Nobody on deck remembered/g)].length,
  );
});

test('leaves no heads of a table behind at the foot of a page', async () => {
  const rows = '<tr><td>Cell</td><td>Cell</td></tr>'.repeat(5);
  const table = `<table><caption>Caption</caption><thead><tr><th>Heads</th><th>Heads</th></tr></thead><tbody>${rows}</tbody></table>`;
  // Tables begin in every line of a page.
  const chapters = Array.from({ length: 12 }, (_, index) =>
    makeSection(`chapter-${index}`, '<p>A line.</p>'.repeat(22 + index) + table),
  );
  const book = makeBook({ body: chapters }, makePrint({ openings: 'any' }));
  const { screen } = await finishBook(book, new Map(), await makeLooks(book), running);
  const { pages } = await readPdf(screen ?? new Uint8Array());
  const feet = pages.map(({ text }) => text.trim().split('\n').slice(-2).join(' '));
  expect(
    pages
      .map(({ text }) => text)
      .join('\n')
      .match(/Caption/g),
  ).toHaveLength(12);
  expect(feet.filter((foot) => /(?:Caption|Heads)(?: \d+)?$/.test(foot))).toEqual([]);
});

/** How many of the pages of running text within chapters are less deep than most, by half a line and more. */
async function shortPages(chapters: ReadonlyArray<string>, theme: string): Promise<number> {
  const body = chapters.map((html, index) => makeSection(`chapter-${index}`, html, { language: 'fr' }));
  const book = makeBook({ body }, makePrint({ openings: 'any', theme }));
  const { screen } = await finishBook(book, new Map(), await makeLooks(book, theme), running);
  const { pages } = await readPdf(screen ?? new Uint8Array());
  const depths = pages.map(({ runs }) => Math.max(...runs.map(({ y }) => y)));
  const begins = pages.map(({ runs }) =>
    runs.some(({ text, size }) => size > 14 && text.includes('chapter')),
  );
  const isText = pages.map(({ text }, index) => begins[index] === false && !text.includes('Note'));
  const inner = depths.filter((_, index) => isText[index] && isText[index + 1]);
  expect(inner.length).toBeGreaterThan(15);
  return inner.filter((depth) => depth < Math.max(...inner) - 8).length;
}

const vocabulary =
  'la représentation du gouvernement et de son administration semble une interprétation particulièrement ancienne ' +
  'que le développement de cette correspondance suppose pour nous autres qui lisons les archives sans rien savoir';

/** A sentence of words that may be divided in many places. */
function sentence(length: number, seed: number): string {
  const all = vocabulary.split(' ');
  return Array.from({ length }, (_, at) => all[(at * at + seed * (at + 7)) % all.length]).join(' ');
}

/** A chapter with headings. */
function study(paragraphs: number, seed: number): string {
  return Array.from({ length: paragraphs }, (_, index) => {
    const heading = index % 5 === 4 ? `<h2>${sentence(3, index)}</h2>` : '';
    return `${heading}<p>${sentence(20 + ((index * 37 + seed * 11) % 90), 3 * index + seed)}.</p>`;
  }).join('');
}

test('fills pages above notes that stand below a rule', async () => {
  const chapters = Array.from({ length: 8 }, (_, index) => {
    const notes = Array.from(
      { length: 30 },
      (__, note) => `<li class="note"><p>Note. ${sentence(12 + ((note * 17) % 30), note + index)}.</p></li>`,
    );
    const list = `<ol class="notes">${notes.join('')}</ol>`;
    return `${study(24 + index, index)}<section class="section-notes"><h2>Notes</h2>${list}</section>`;
  });
  expect(await shortPages(chapters, 'scholarly')).toBeLessThanOrEqual(3);
});
