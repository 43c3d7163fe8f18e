import { expect, test } from 'vitest';
import { messagesOf } from '../../../../src/book/messages/messages.ts';
import { finishBook } from '../../../support/finish-book.ts';
import { makeBook } from '../../../builders/book.ts';
import { makeLooks, makeSection } from '../../../builders/hast-book.ts';
import { readPdf } from '../../../support/read-pdf.ts';
import { sharedBrowser } from '../../../support/shared-browser.ts';

const running = await sharedBrowser();

const formula = `<math><mrow>${Array.from({ length: 70 }, (_, index) => `<mi>x</mi><mn>${index}</mn>`).join('')}</mrow></math>`;
const html = `<table><tbody><tr><td>Sea</td><td>${formula}</td></tr></tbody></table>\n<p>Afterwards</p>`;

async function printed(shrinks: boolean, content = html) {
  const one = makeSection('one', content);
  const book = makeBook({ body: [one] });
  const looks = { ...(await makeLooks(book)), ...(shrinks && { shrinks }) };
  const { screen } = await finishBook(book, new Map(), looks, running);
  const told = messagesOf([one.file]).map(({ severity, rule }) => `${severity} ${rule}`);
  const pages = screen === undefined ? [] : (await readPdf(screen)).pages;
  return { told, text: pages.map((page) => page.text).join(''), pages };
}

test('what nothing else could be done about is set as small as it must be, where that is asked for', async () => {
  const { told, text } = await printed(true);
  expect(told).toEqual(['warning page-overflow']);
  expect(text).toContain('Afterwards');
});

test('a table is set smaller as a whole, and told of once', async () => {
  const cell = `<td><math><mrow><mi>spreadOfWords</mi><mn>1</mn></mrow></math></td>`;
  const rows = `<tr>${cell.repeat(20)}</tr>`.repeat(12);
  const { told, text } = await printed(true, `<table><tbody>${rows}</tbody></table>\n<p>Afterwards</p>`);
  expect(told).toEqual(['warning page-overflow']);
  expect(text).toContain('Afterwards');
});

test('and stops the book where it is not', async () => {
  expect((await printed(false)).told).toEqual(['error page-overflow']);
});

test('a table that is longer than a page when it is turned goes on upright', async () => {
  const cell = `<td>${'Communications '.repeat(3)}</td>`;
  const rows = Array.from({ length: 60 }, (_, index) => `<tr><td>Row${index}</td>${cell.repeat(8)}</tr>`);
  const { told, pages } = await printed(
    true,
    `<p>Before.</p>\n<table><tbody>${rows.join('')}</tbody></table>`,
  );
  expect(told).toEqual(['warning page-overflow']);
  const counts = pages.map(({ text }) => text.match(/Row\d+/g)?.length ?? 0).filter(Boolean);
  expect(counts.length).toBeGreaterThan(1);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(60);
});
