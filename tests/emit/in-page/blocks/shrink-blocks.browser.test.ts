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

async function printed(shrinks: boolean) {
  const one = makeSection('one', html);
  const book = makeBook({ body: [one] });
  const looks = { ...(await makeLooks(book)), ...(shrinks && { shrinks }) };
  const { screen } = await finishBook(book, new Map(), looks, running);
  const told = messagesOf([one.file]).map(({ severity, rule }) => `${severity} ${rule}`);
  return {
    told,
    text: screen === undefined ? '' : (await readPdf(screen)).pages.map((page) => page.text).join(''),
  };
}

test('what nothing else could be done about is set as small as it must be, where that is asked for', async () => {
  const { told, text } = await printed(true);
  expect(told).toEqual(['warning page-overflow']);
  expect(text).toContain('Afterwards');
});

test('and stops the book where it is not', async () => {
  expect((await printed(false)).told).toEqual(['error page-overflow']);
});
