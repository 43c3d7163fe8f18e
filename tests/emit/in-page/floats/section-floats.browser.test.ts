import { describe, expect, test } from 'vitest';
import type { PrintSettings } from '../../../../src/book/metadata.ts';
import { makeBook } from '../../../builders/book.ts';
import { makeLooks, makePrint, makeSection } from '../../../builders/hast-book.ts';
import { finishBook } from '../../../support/finish-book.ts';
import { readPdf } from '../../../support/read-pdf.ts';
import { sharedBrowser } from '../../../support/shared-browser.ts';

const running = await sharedBrowser();

const words = 'Nobody on deck remembered afterwards who had first seen the whale in the grey light. ';

/** A paragraph that can be told from others. */
function paragraph(index: number, length = 4): string {
  return `<p>Begin${index}. ${words.repeat(length)}End${index}.</p>`;
}

/** A figure as high as a third of a page. */
function figure(name: string, attributes = ''): string {
  return `<figure${attributes}><div style="height: 250px">Drawing</div><figcaption>Caption${name}</figcaption></figure>`;
}

/** The text of each page, without what separates words. */
async function pagesOf(html: string, print: Partial<PrintSettings> = {}): Promise<string[]> {
  const book = makeBook({ body: [makeSection('one', html)] }, makePrint({ openings: 'any', ...print }));
  const { screen } = await finishBook(book, new Map(), await makeLooks(book), running);
  const { pages } = await readPdf(screen ?? new Uint8Array());
  return pages.map(({ text }) => text.replaceAll(/\s+/g, ''));
}

function pageOf(pages: ReadonlyArray<string>, text: string): number {
  return pages.findIndex((page) => page.includes(text));
}

/** Figures between paragraphs of five lines, so that some have no room on their page. */
const mixed = Array.from({ length: 12 }, (_, index) => paragraph(index) + figure(`<${index}>`)).join('');

describe('figures that have no room on their page', () => {
  const manuscript = mixed.replaceAll(/Caption<(\d+)>/g, 'Caption$1.');

  test('let the text go on, and stand at the head of the next page', async () => {
    const [pages, inPlace] = [await pagesOf(manuscript), await pagesOf(manuscript, { figures: 'here' })];
    expect(pages.length).toBeLessThanOrEqual(inPlace.length);
    const places = Array.from({ length: 12 }, (_, index) => ({
      figure: pageOf(pages, `Caption${index}.`),
      before: pageOf(pages, `End${index}.`),
    }));
    for (const place of places) expect([place.before, place.before + 1]).toContain(place.figure);
    expect(places.filter(({ figure: own, before }) => own > before).length).toBeGreaterThan(2);
    // In their order, and no word twice or not at all.
    expect(places.map((place) => place.figure)).toEqual(
      places.map((place) => place.figure).toSorted((a, b) => a - b),
    );
    expect(pages.join('').match(/Nobodyondeck/g)).toHaveLength(48);
    expect(pages.join('').match(/Caption\d+\./g)).toHaveLength(12);
  });

  test('keep the width that a theme gives them', async () => {
    const before = Array.from({ length: 5 }, (_, index) => paragraph(index)).join('');
    const after = Array.from({ length: 8 }, (_, index) => paragraph(index + 5)).join('');
    const narrow = figure(
      'One two three four five six seven eight',
      ' style="width: 80px; margin-inline: auto"',
    );
    const pages = await pagesOf(before + narrow + after);
    expect(pageOf(pages, 'CaptionOne')).toBe(pageOf(pages, 'End4.') + 1);
    expect(pageOf(pages, 'Begin5.')).toBe(pageOf(pages, 'End4.'));
    // No text stands beside its caption.
    expect(pages[pageOf(pages, 'CaptionOne')]).toContain('CaptionOnetwothreefourfivesixseveneight');
  });

  test('stay where the author says so', async () => {
    const before = Array.from({ length: 5 }, (_, index) => paragraph(index)).join('');
    const after = Array.from({ length: 8 }, (_, index) => paragraph(index + 5)).join('');
    const [floating, kept] = await Promise.all([
      pagesOf(before + figure('One') + after),
      pagesOf(before + figure('One', ' class="here"') + after),
    ]);
    expect(pageOf(floating, 'Begin5.')).toBe(pageOf(floating, 'End4.'));
    expect(pageOf(kept, 'Begin5.')).toBe(pageOf(kept, 'CaptionOne'));
    expect(pageOf(kept, 'CaptionOne')).toBe(pageOf(kept, 'End4.') + 1);
  });

  test('stay where a sentence goes on behind them, or announces them', async () => {
    const before = Array.from({ length: 5 }, (_, index) => paragraph(index)).join('');
    const after = Array.from({ length: 8 }, (_, index) => paragraph(index + 5)).join('');
    const announced = before.replace(/End4\.<\/p>$/, 'End4. See:</p>') + figure('One') + after;
    const goingOn = before + figure('One') + after.replace('Begin5.', 'as before, Begin5.');
    for (const html of [announced, goingOn]) {
      const pages = await pagesOf(html);
      expect(pageOf(pages, 'Begin5.')).toBe(pageOf(pages, 'CaptionOne'));
    }
  });

  test('stay where lines follow that hang out, which would have room beside them', async () => {
    const before = Array.from({ length: 5 }, (_, index) => paragraph(index)).join('');
    const hanging = Array.from({ length: 8 }, (_, index) =>
      paragraph(index + 5).replace('<p>', '<p style="margin-inline-start: 2em; text-indent: -2em">'),
    ).join('');
    const pages = await pagesOf(before + figure('One') + hanging);
    expect(pageOf(pages, 'Begin5.')).toBe(pageOf(pages, 'CaptionOne'));
    expect(pageOf(pages, 'CaptionOne')).toBe(pageOf(pages, 'End4.') + 1);
  });

  test('do not stand over the frame of a box that begins there', async () => {
    const before = Array.from({ length: 5 }, (_, index) => paragraph(index)).join('');
    const box = `<div class="box">${paragraph(5, 6)}</div>`;
    const pages = await pagesOf(before + figure('One') + box + paragraph(6));
    expect(pages.join('').match(/Nobodyondeck/g)).toHaveLength(30);
    expect(pageOf(pages, 'CaptionOne')).toBeLessThanOrEqual(pageOf(pages, 'Begin5.'));
  });
});
