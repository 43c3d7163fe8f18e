import { expect, test } from 'vitest';
import { finishBook } from '../../../support/finish-book.ts';
import { makeBook } from '../../../builders/book.ts';
import { makeLooks, makeSection } from '../../../builders/hast-book.ts';
import { readPdf } from '../../../support/read-pdf.ts';
import { sharedBrowser } from '../../../support/shared-browser.ts';

const running = await sharedBrowser();

test('soft hyphens stay where they divide a word at the end of a line, and nowhere else', async () => {
  const word = 'Donau\u00ADdampf\u00ADschiff';
  const divided = `${'x'.repeat(40)}\u00AD${'y'.repeat(40)}`;
  const html =
    `<h2 id="h">${word}</h2><ul><li>${word}</li></ul><blockquote>\n${word}</blockquote>` +
    `<table><tbody><tr><td>${word}</td></tr></tbody></table><ul><li>${divided}</li></ul><p>${word} ${divided}</p>`;
  const headings = [{ id: 'h', depth: 2, text: word }] as const;
  const book = makeBook({ body: [makeSection('one', html, { title: word, headings })] });
  const { screen } = await finishBook(book, new Map(), await makeLooks(book), running);
  const { pages, outline } = await readPdf(screen ?? new Uint8Array());
  const text = pages.map((page) => page.text).join('\n');
  expect(text.match(/Donaudampfschiff/g)?.length).toBeGreaterThanOrEqual(5);
  expect(text).not.toMatch(/Donau\u00AD|dampf\u00AD/);
  expect(text.match(/x[\u00AD\u2010-]\s*\n\s*y/g)).toHaveLength(2);
  expect(JSON.stringify(outline)).not.toContain('\u00AD');
});
