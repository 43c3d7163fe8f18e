import { expect, test } from 'vitest';
import { makeBook } from '../../../builders/book.ts';
import { makeContents, makeLooks, makePrint, makeProse, makeSection } from '../../../builders/hast-book.ts';
import { finishBook } from '../../../support/finish-book.ts';
import { readPdf } from '../../../support/read-pdf.ts';
import { sharedBrowser } from '../../../support/shared-browser.ts';

const running = await sharedBrowser();

/** The page of contents in a theme: where the number stands, what is read of it, and how much is drawn there. */
async function contentsIn(theme: string): Promise<{ gap: number; text: string; strokes: number }> {
  const contents = makeContents({ one: 'Loomings', two: 'The Carpet-Bag' });
  const body = [makeSection('one', makeProse(1)), makeSection('two', makeProse(1))];
  const book = makeBook({ front: [contents], body }, makePrint({ theme, openings: 'any' }));
  const { screen } = await finishBook(book, new Map(), await makeLooks(book, theme), running);
  const [page] = (await readPdf(screen ?? new Uint8Array())).pages;
  const runs = page?.runs ?? [];
  const title = runs.find(({ text }) => text.startsWith('Loomings'));
  const beside = runs.filter(({ y, x }) => Math.abs(y - (title?.y ?? 0)) < 2 && x > (title?.x ?? 0));
  return {
    gap: Math.max(...beside.map(({ x }) => x)) - (title?.x ?? 0),
    text: page?.text ?? '',
    strokes: await dotsOn(screen ?? new Uint8Array()),
  };
}

/** How many dots are drawn on the first page: lines without length, with round ends. */
async function dotsOn(bytes: Uint8Array): Promise<number> {
  const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const page = await (await loading.promise).getPage(1);
  const { fnArray } = await page.getOperatorList();
  await loading.destroy();
  return fnArray.filter((operation) => operation === OPS.constructPath).length;
}

test('dots lead from titles to their numbers in the scholarly theme, and are no text', async () => {
  const scholarly = await contentsIn('scholarly');
  const literary = await contentsIn('literary');
  // For two lines, and not for the rules of the theme alone.
  expect(scholarly.strokes).toBeGreaterThanOrEqual(literary.strokes + 4);
  expect(scholarly.gap).toBeGreaterThan(literary.gap);
  expect(scholarly.text).not.toMatch(/\.\s*\./);
});
