import { expect, test } from 'vitest';
import { finishBook } from '../../../support/finish-book.ts';
import { makeBook } from '../../../builders/book.ts';
import { makeLooks, makeProse, makeSection } from '../../../builders/hast-book.ts';
import { readPdf } from '../../../support/read-pdf.ts';
import { sharedBrowser } from '../../../support/shared-browser.ts';

const running = await sharedBrowser();

/** How many entries stand on each page, and how far the second is below the first, of contents of so many. */
async function contentsOf(entries: number): Promise<{ pages: number[]; distance: number }> {
  const list = Array.from(
    { length: entries },
    (_, index) =>
      `<li><p class="entry"><a href="#one">Entry${index}</a> <span class="page" data-page-of="one"></span></p></li>`,
  );
  const contents = makeSection('contents', `<ol class="contents">${list.join('')}</ol>`, { role: 'toc' });
  const book = makeBook({ front: [contents], body: [makeSection('one', makeProse(1))] });
  const { screen } = await finishBook(book, new Map(), await makeLooks(book), running);
  const found = screen === undefined ? [] : (await readPdf(screen)).pages;
  const pages = found.map(({ text }) => text.match(/Entry\d+/g)?.length ?? 0).filter(Boolean);
  const runs = found.flatMap((page) => page.runs);
  const heightOf = (text: string): number => runs.find((run) => run.text.startsWith(text))?.y ?? 0;
  return { pages, distance: Math.abs(heightOf('Entry0') - heightOf('Entry1')) };
}

test('contents that spill a few lines are set closer, others are left alone', async () => {
  const few = await contentsOf(10);
  expect(few.pages).toEqual([10]);
  const half = await contentsOf(50);
  expect(half.pages).toHaveLength(2);
  expect(half.distance).toBeCloseTo(few.distance, 1);
  const [full = 0] = half.pages;
  const spilling = await contentsOf(full + 3);
  expect(spilling.pages).toEqual([full + 3]);
  expect(spilling.distance).toBeLessThan(few.distance);
});

test('contents on two pages begin the second with a part, at its head', async () => {
  const entry = (title: string): string =>
    `<p class="entry"><a href="#one">${title}</a> <span class="page" data-page-of="one"></span></p>`;
  const part = (title: string, chapters: number): string => {
    const list = Array.from({ length: chapters }, (_, index) => `<li>${entry(`Chapter ${index}`)}</li>`);
    return `<li class="toc-part">${entry(title)}<ol>${list.join('')}</ol></li>`;
  };
  const list = `<ol class="contents">${part('First', 24)}${part('Second', 20)}</ol>`;
  const contents = makeSection('contents', list, { role: 'toc' });
  const book = makeBook({ front: [contents], body: [makeSection('one', makeProse(30))] });
  const { screen } = await finishBook(book, new Map(), await makeLooks(book), running);
  const found = screen === undefined ? [] : (await readPdf(screen)).pages;
  const place = found.flatMap(({ runs }, page) =>
    runs.flatMap(({ text, y }) => (text.startsWith('Second') ? [{ page, y }] : [])),
  );
  expect(place).toHaveLength(1);
  expect(place[0]?.page).toBe(1);
  // As high as the first lines of text on other pages, below their heads.
  const highest = Math.min(...(found.at(-1)?.runs ?? []).map(({ y }) => y).filter((y) => y > 60));
  expect(place[0]?.y).toBeCloseTo(highest, 0);
});
