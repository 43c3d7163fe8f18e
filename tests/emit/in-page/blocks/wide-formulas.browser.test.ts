import { describe, expect, test } from 'vitest';
import type { Book, Hast } from '../../../../src/book/book.ts';
import { messagesOf } from '../../../../src/book/messages/messages.ts';
import { finishBook } from '../../../support/finish-book.ts';
import { makeBook } from '../../../builders/book.ts';
import { makeLooks, makeProse, makeSection } from '../../../builders/hast-book.ts';
import { htmlOf } from '../../../html/convert.ts';
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
  test('in a line is set in smaller type where it cannot be divided, and all of it is there', async () => {
    const whole = (count: number): string => inLine(count).replaceAll('+', ',');
    const { pages, rules } = await printed(whole(12));
    expect(rules).toEqual([]);
    const text = pages.map((page) => page.text).join(' ');
    expect(text).toContain('1001');
    expect(text).toContain('1012');
    const usual = sizeIn((await printed(whole(2))).pages);
    expect(sizeIn(pages)).toBeLessThan(usual);
    expect(sizeIn(pages)).toBeGreaterThanOrEqual(0.6 * usual - 0.01);
  });

  test('on lines of its own is set in smaller type where little is to be gained', async () => {
    const { pages, rules } = await printed(displayed(11));
    expect(rules).toEqual([]);
    const usual = sizeIn((await printed(displayed(2))).pages);
    expect(sizeIn(pages)).toBeLessThan(usual);
    expect(sizeIn(pages)).toBeGreaterThanOrEqual(0.8 * usual - 0.01);
  });

  test.each([
    ['on lines of its own', displayed],
    ['in a line', inLine],
  ])('%s is divided behind or before its signs, in type as large as it would be', async (_, formula) => {
    const { pages, rules } = await printed(formula(40));
    expect(rules).toEqual([]);
    expect(sizeIn(pages)).toBeCloseTo(sizeIn((await printed(formula(2))).pages), 2);
    const text = pages.map((page) => page.text).join(' ');
    const numbers = text.match(/\b10\d\d\b/g);
    expect(numbers).toEqual(Array.from({ length: 40 }, (_number, index) => String(1001 + index)));
  });

  test('in columns is set row by row, with its number at the edge', async () => {
    const cell = (content: string): string => `<mtd>${content}</mtd>`;
    const number = '<mtext class="tml-tag">(7)</mtext>';
    const rows = [
      `<mtr>${[row(5), `<mrow><mo>=</mo>${row(5)}</mrow>`, '<mrow></mrow>', '<mtext>by what stands before</mtext>'].map(cell).join('')}</mtr>`,
      `<mtr>${['<mrow></mrow>', `<mrow><mo>=</mo>${row(3)}</mrow>`, '<mrow></mrow>', number].map(cell).join('')}</mtr>`,
    ];
    const table = `<mtable style="min-width:max-content;">${rows.join('')}</mtable>`;
    const { pages, rules } = await printed(`<div class="math"><math display="block">${table}</math></div>`);
    expect(rules).toEqual([]);
    const text = pages
      .map((page) => page.text)
      .join(' ')
      .replace(/\s+/g, ' ');
    expect(text).toMatch(/1005 ?= ?1001.*1005 by what stands before ?= ?1001.*1003 ?\(7\)/);
  });

  test('is told of where smaller type does not suffice', async () => {
    const whole = displayed(40).replaceAll('+', ',');
    expect((await printed(whole)).rules).toEqual(['page-overflow']);
  });
});

test('a numbered formula that fits its line has its number there, at the edge', async () => {
  const { html } = htmlOf('$$\n1001 + 1002 \\tag{7}\n$$');
  const { pages } = await printed(html);
  const runs = pages.flatMap((page) => page.runs);
  const [term, number] = ['+', ')'].map((wanted) => runs.find(({ text }) => text.includes(wanted)));
  expect(number?.y).toBeCloseTo(term?.y ?? 0, 0);
  expect(number?.x).toBeGreaterThan((term?.x ?? 0) + 60);
});
