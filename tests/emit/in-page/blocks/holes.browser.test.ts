import { expect, test } from 'vitest';
import { makeBook } from '../../../builders/book.ts';
import { makeLooks, makePrint, makeSection } from '../../../builders/hast-book.ts';
import { finishBook } from '../../../support/finish-book.ts';
import { sharedBrowser } from '../../../support/shared-browser.ts';

const running = await sharedBrowser();

const paragraph = `<p>${'Nobody on deck remembered afterwards who had first seen the whale. '.repeat(6)}</p>`;

async function holesOf(html: string): Promise<unknown> {
  const body = [makeSection('one', html), makeSection('two', paragraph)];
  const book = makeBook({ body }, makePrint({ openings: 'any' }));
  const { pageMap } = await finishBook(book, new Map(), await makeLooks(book), running);
  return pageMap.holes;
}

test('tells of a page that ends early, and what had no room there', async () => {
  const box = '<figure><div style="height: 330px">Drawing</div></figure>';
  expect(await holesOf(paragraph.repeat(3) + box + paragraph)).toEqual([
    { page: 0, lines: 9, kind: 'figure', file: 'one.md', line: 1 },
  ]);
});

test('has nothing to tell of full pages, nor of the end of a chapter', async () => {
  expect(await holesOf(paragraph.repeat(12))).toBeUndefined();
});
