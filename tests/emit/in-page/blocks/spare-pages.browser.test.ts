import { describe, expect, test } from 'vitest';
import type { RunningBrowser } from '../../../../src/emit/pdf/browser/browser.ts';
import { makeBook } from '../../../builders/book.ts';
import { makeLooks, makePrint, makeSection } from '../../../builders/hast-book.ts';
import { finishBook } from '../../../support/finish-book.ts';
import { readPdf } from '../../../support/read-pdf.ts';
import { sharedBrowser } from '../../../support/shared-browser.ts';
import { taggedText } from '../../../support/tagged-text.ts';

const running = await sharedBrowser();

/** Long enough that lines at the foot of some pages end in hyphens, which are set anew in the print. */
const paragraphs = Array.from(
  { length: 150 },
  (_, index) =>
    `<p>${'Once more. '.repeat(index % 7)}${'Considering the <em>characteristically extraordinary</em> circumstances, nobody remembered the determination—immeasurable, they said—of the harbour-master. '.repeat(1 + (index % 4))}</p>`,
).join('');

async function finished(browser: RunningBrowser): Promise<Uint8Array> {
  const body = [makeSection('one', paragraphs), makeSection('two', '<p>The end.</p>')];
  const book = makeBook({ body }, makePrint({ openings: 'right' }));
  const { screen } = await finishBook(book, new Map(), await makeLooks(book), browser);
  return screen ?? new Uint8Array();
}

describe('what is put in during the print', () => {
  test('is in the tags in the order in which it is read, every word of it', async () => {
    const pdf = await finished(running);
    const words = paragraphs.replaceAll(/<[^>]+>/g, ' ').match(/[\p{L}-]+/gu) ?? [];
    const tagged = (await taggedText(pdf)).replaceAll('\u2010', '');
    expect(tagged.replaceAll(/[^\p{L}-]/gu, '')).toContain(words.join(''));
  });

  test('leaves no page that the book does not have', async () => {
    const { pages } = await readPdf(await finished(running));
    expect(pages.at(-1)?.text).toContain('The end.');
    expect(pages.length % 2).toBe(1);
  });
});
