import { describe, expect, test } from 'vitest';
import type { Book, Hast } from '../../../../src/book/book.ts';
import { messagesOf } from '../../../../src/book/messages/messages.ts';
import { finishBook } from '../../../support/finish-book.ts';
import { makeBook } from '../../../builders/book.ts';
import { makeLooks, makeProse, makeSection } from '../../../builders/hast-book.ts';
import { readPdf, type PdfPage } from '../../../support/read-pdf.ts';
import { sharedBrowser } from '../../../support/shared-browser.ts';

const running = await sharedBrowser();

/** A row of numbers with signs between them. */
function row(count: number): string {
  const terms = Array.from({ length: count }, (_, index) => `<mn>${1001 + index}</mn>`);
  return `<mrow>${terms.join('<mo>+</mo>')}</mrow>`;
}

const displayed = (count: number): string =>
  `<div class="math"><math display="block">${row(count)}</math></div>`;
const inLine = (count: number): string => `<p>It is <math>${row(count)}</math> in all.</p>`;

async function printed(html: string): Promise<{ pages: ReadonlyArray<PdfPage>; rules: string[] }> {
  const one = makeSection('one', `${makeProse(2)}\n${html}\n<p>Afterwards</p>`);
  const book: Book<Hast> = makeBook({ body: [one] });
  const { screen } = await finishBook(book, new Map(), await makeLooks(book), running);
  const rules = messagesOf([one.file]).map(({ rule }) => rule);
  return { pages: screen === undefined ? [] : (await readPdf(screen)).pages, rules };
}

/** The size of the type of the first number, in points. */
function sizeIn(pages: ReadonlyArray<PdfPage>): number {
  return pages.flatMap(({ runs }) => runs).find((run) => run.text.includes('1001'))?.size ?? 0;
}

describe('a formula longer than a line', () => {
  test.each([
    ['on lines of its own', displayed, 12],
    ['in a line', inLine, 12],
  ])('%s is set in smaller type, and all of it is there', async (_, formula, count) => {
    const { pages, rules } = await printed(formula(count));
    expect(rules).toEqual([]);
    const text = pages.map((page) => page.text).join(' ');
    expect(text).toContain('1001');
    expect(text).toContain(String(1000 + count));
    const usual = sizeIn((await printed(formula(2))).pages);
    expect(sizeIn(pages)).toBeLessThan(usual);
    expect(sizeIn(pages)).toBeGreaterThanOrEqual(0.6 * usual - 0.01);
  });

  test('is told of where smaller type does not suffice', async () => {
    expect((await printed(displayed(40))).rules).toEqual(['page-overflow']);
  });
});
