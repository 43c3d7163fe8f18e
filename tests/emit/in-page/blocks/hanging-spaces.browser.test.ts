import { expect, test } from 'vitest';
import type { Book, Hast } from '../../../../src/book/book.ts';
import { messagesOf } from '../../../../src/book/messages/messages.ts';
import { finishBook } from '../../../support/finish-book.ts';
import { makeBook } from '../../../builders/book.ts';
import { makeLooks, makeSection } from '../../../builders/hast-book.ts';
import { readPdf } from '../../../support/read-pdf.ts';
import { sharedBrowser } from '../../../support/shared-browser.ts';

const running = await sharedBrowser();

/** The rules that are broken by text that stands in a box without paragraphs, and the words of its pages. */
async function printed(text: string): Promise<{ rules: string[]; words: string }> {
  const one = makeSection('one', `<p>Before</p>\n<div>${text}</div>`);
  const book: Book<Hast> = makeBook({ body: [one] });
  const { screen } = await finishBook(book, new Map(), await makeLooks(book), running);
  const pages = screen === undefined ? [] : (await readPdf(screen)).pages;
  return {
    rules: messagesOf([one.file]).map(({ rule }) => rule),
    words: pages.map((page) => page.text).join(' '),
  };
}

test('ideographic spaces that hang behind a line are no text that does not fit', async () => {
  for (let length = 30; length < 70; length += 8) {
    const { rules, words } = await printed(`${'ab '.repeat(length)}end　　next ${'cd '.repeat(20)}last`);
    expect(rules).toEqual([]);
    expect(words).toContain('last');
  }
});

test('what does not fit is told of beside them', async () => {
  const { rules } = await printed('a　<span style="display: inline-block; width: 900px">b</span>');
  expect(rules).toEqual(['page-overflow']);
});
