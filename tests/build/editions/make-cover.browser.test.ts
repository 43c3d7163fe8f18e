import { PDFDocument } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CoverSource } from '../../../src/book/cover.ts';
import type { Metadata } from '../../../src/book/metadata.ts';
import type { Printer } from '../../../src/book/printer.ts';
import { makeCover, makeFront } from '../../../src/build/editions/make-cover.ts';
import type { RunningBrowser } from '../../../src/emit/pdf/browser/browser.ts';
import { readPrinter } from '../../../src/read/printers/printer.ts';
import { coverSource, messages } from '../../builders/cover-source.ts';
import { makeBook } from '../../builders/book.ts';
import { sharedBrowser } from '../../support/shared-browser.ts';

let running: RunningBrowser;
let kdp: Printer;
beforeAll(async () => {
  [running, kdp] = await Promise.all([sharedBrowser(), readPrinter('kdp')]);
});

/** The cover of a book of 6 by 9 inches on cream paper, not finished for the press. */
async function coverOf(pages: number, source: CoverSource, metadata: Partial<Metadata> = {}) {
  const paper = kdp.papers.find(({ name }) => name === 'cream') ?? kdp.papers[0];
  const parts = { book: makeBook({}, metadata), assets: new Map(), scriptFaces: [], source };
  return makeCover(parts, { printer: kdp, paper, pages }, running.browser, async (print) => print);
}

async function given(width: number, height: number): Promise<CoverSource> {
  const document = await PDFDocument.create();
  document.addPage([width, height]);
  return coverSource(await document.save());
}

describe('makeCover', () => {
  it('has the spine that the calculator of KDP gives for 300 pages on cream', async () => {
    const source = coverSource();
    let width = 0;
    const parts = { book: makeBook({}), assets: new Map(), scriptFaces: [], source };
    const paper = kdp.papers.find(({ name }) => name === 'cream') ?? kdp.papers[0];
    await makeCover(parts, { printer: kdp, paper, pages: 300 }, running.browser, async (print, geometry) => {
      width = geometry.trim.width + 2 * geometry.bleed;
      return print;
    });
    // 6 + 6 + 0.75 inches and 0.125 on either side.
    expect(width / 72).toBeCloseTo(13, 4);
    expect(messages(source)).toEqual([]);
  });

  it('passes a finished cover on while it fits', async () => {
    const source = await given(13 * 72, 9.25 * 72);
    expect(await coverOf(300, source)).toBe(source.given?.bytes);
    expect(messages(source)).toEqual([]);
  });

  it('counts both sides of the last leaf', async () => {
    const source = await given(13 * 72, 9.25 * 72);
    expect(await coverOf(299, source)).toBe(source.given?.bytes);
  });

  it('gives none when the number of pages has changed', async () => {
    const source = await given(13 * 72, 9.25 * 72);
    expect(await coverOf(320, source)).toBeUndefined();
    expect(messages(source)).toMatchObject([{ rule: 'cover-size', severity: 'error' }]);
  });

  it('gives none whose words do not fit', async () => {
    const source = coverSource();
    const back = [Array.from({ length: 1500 }, () => 'endless').join(' ')];
    expect(await coverOf(300, source, { cover: { back } })).toBeUndefined();
    expect(messages(source)).toMatchObject([{ rule: 'cover-text' }]);
  });
});

describe('makeFront', () => {
  it('makes a JPEG picture without a word of complaint', async () => {
    const source = coverSource();
    const front = await makeFront(
      { book: makeBook({}), assets: new Map(), scriptFaces: [], source },
      running.browser,
    );
    expect([...front.subarray(0, 2)]).toEqual([0xff, 0xd8]);
    expect(messages(source)).toEqual([]);
  });
});
