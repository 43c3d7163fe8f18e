import { beforeAll, describe, expect, test } from 'vitest';
import type { PrintSettings } from '../../../../src/book/metadata.ts';
import type { RunningBrowser } from '../../../../src/emit/pdf/browser/browser.ts';
import { finishBook } from '../../../support/finish-book.ts';
import { geometryOf } from '../../../../src/emit/pdf/page/geometry.ts';
import { headsOf } from '../../../../src/emit/pdf/page/heads.ts';
import { readPdf, type PdfPage } from '../../../support/read-pdf.ts';
import { makeBook } from '../../../builders/book.ts';
import { makeLooks, makePrint, makeProse, makeSection } from '../../../builders/hast-book.ts';
import { sharedBrowser } from '../../../support/shared-browser.ts';

describe('headsOf', () => {
  test('is the middle of the margins', () => {
    expect(headsOf({ top: 72, bottom: 84 }, 10, 0)).toEqual({ top: 30, bottom: 36 });
  });

  test('keeps the edge free', () => {
    expect(headsOf({ top: 72, bottom: 96 }, 10, 36)).toEqual({ top: 36, bottom: 42 });
  });

  test('does not touch the text for it', () => {
    expect(headsOf({ top: 45, bottom: 17 }, 10, 36)).toEqual({ top: 30, bottom: 2.5 });
  });
});

describe('heads and folios as printed', () => {
  let running: RunningBrowser;
  beforeAll(async () => {
    running = await sharedBrowser();
  });

  async function pagesOf(print: Partial<PrintSettings>): Promise<ReadonlyArray<PdfPage>> {
    const body = [makeSection('one', makeProse(16), { title: 'Loomings' })];
    const book = makeBook({ body }, makePrint(print));
    const { screen } = await finishBook(book, new Map(), await makeLooks(book), running);
    if (screen === undefined) throw new Error('Nothing was printed');
    return (await readPdf(screen)).pages;
  }

  /** The figure at the outer upper corner of the second page, and that at the foot of the first. */
  function folios([opening, second]: ReadonlyArray<PdfPage>): { head: number; foot: number } {
    const head = second?.runs.find(({ text }) => text === '2')?.y ?? NaN;
    const foot = opening?.runs.find(({ text }) => text === '1')?.y ?? NaN;
    return { head, foot: (opening?.height ?? NaN) - foot };
  }

  test('stand where they do without bleed, on sheets of any size', async () => {
    // The sheet for this page is larger than it, even without bleed.
    const trim = { width: 400, height: 605 };
    const plain = folios(await pagesOf({ trim }));
    const bleeding = folios(await pagesOf({ trim, bleed: 9 }));
    const { margins } = geometryOf(makePrint({ trim }).print);
    expect(bleeding.head).toBeCloseTo(plain.head, 1);
    expect(bleeding.foot).toBeCloseTo(plain.foot, 1);
    // The middle of a figure is that of the margin.
    expect(Math.abs(plain.head - 3.5 - margins.top / 2)).toBeLessThan(1.5);
    expect(Math.abs(plain.foot + 3.5 - margins.bottom / 2)).toBeLessThan(1.5);
  });

  test.each([0, 9])('keep the edge free that the printer asks for, with a bleed of %i', async (bleed) => {
    const { head, foot } = folios(await pagesOf({ edge: 44, bleed }));
    // The top of the figures, and the line they stand on.
    expect(head - 7.5).toBeGreaterThanOrEqual(44);
    expect(head).toBeLessThan(58);
    expect(foot).toBeGreaterThanOrEqual(44);
    expect(foot).toBeLessThan(52);
  });
});
