import { expect, test } from 'vitest';
import { makeBook } from '../../../builders/book.ts';
import { makeLooks, makePrint, makeSection } from '../../../builders/hast-book.ts';
import { finishBook } from '../../../support/finish-book.ts';
import { readPdf } from '../../../support/read-pdf.ts';
import { sharedBrowser } from '../../../support/shared-browser.ts';

const running = await sharedBrowser();

/** How far right of the edge of the text the origin of a large initial is, in points. */
async function originOf(letter: string): Promise<number> {
  const words = 'went round to the west, and nobody on deck remembered who had seen the whale. '.repeat(4);
  const html = `<p class="first dropcap">${letter}<span class="opening-words">ust as</span> ${words}</p>`;
  const book = makeBook({ body: [makeSection('one', html)] }, makePrint({ openings: 'any' }));
  const { screen } = await finishBook(book, new Map(), await makeLooks(book), running);
  const { pages } = await readPdf(screen ?? new Uint8Array());
  const runs = pages.flatMap((page) => page.runs);
  const initial = runs.find(({ text, size }) => text.startsWith(letter) && size > 20);
  const edge = Math.min(...runs.filter(({ text }) => /\p{Ll}/u.test(text)).map(({ x }) => x));
  return (initial?.x ?? Number.NaN) - edge;
}

test('initials that reach out to the left are set in, so that all of them is painted', async () => {
  expect(await originOf('J')).toBeGreaterThan(1);
  expect(Math.abs(await originOf('M'))).toBeLessThan(1);
});
