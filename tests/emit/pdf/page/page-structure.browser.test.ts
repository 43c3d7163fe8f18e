import { beforeAll, describe, expect, test } from 'vitest';
import type { Book, Hast } from '../../../../src/book/book.ts';
import type { PrintSettings } from '../../../../src/book/metadata.ts';
import { finishBook, type FinishedBook } from '../../../support/finish-book.ts';
import { estimatePages } from '../../../../src/emit/pdf/page/estimate-pages.ts';
import { openingsOnTheRight } from '../../../../src/emit/pdf/page/openings.ts';
import { geometryOf } from '../../../../src/emit/pdf/page/geometry.ts';
import { readPrinter } from '../../../../src/read/printers/printer.ts';
import { readPdf, type PdfContent, type PdfPage } from '../../../support/read-pdf.ts';
import { makeBook } from '../../../builders/book.ts';
import { makeContents, makeLooks, makePrint, makeProse, makeSection } from '../../../builders/hast-book.ts';
import { sharedBrowser } from '../../../support/shared-browser.ts';

const running = await sharedBrowser();

async function printed(book: Book<Hast>): Promise<{ print: FinishedBook; pdf: PdfContent }> {
  const print = await finishBook(book, new Map(), await makeLooks(book), running);
  return { print, pdf: await readPdf(print.screen ?? new Uint8Array()) };
}

/** The number a page shows: the only roman or arabic number above or below its text. */
function folio({ runs, height }: PdfPage): string | undefined {
  const margins = runs.filter(({ y }) => y < height * 0.08 || y > height * 0.93);
  return margins.map(({ text }) => text.trim()).find((text) => /^(?:\d+|[ivxlcdm]+)$/.test(text));
}

function novel(print: Partial<PrintSettings>): Book<Hast> {
  const page = (id: string, role: 'halftitlepage' | 'titlepage' | 'dedication' | 'copyright-page') =>
    makeSection(id, `<p class="title">${id}</p>`, { role, title: id });
  return makeBook(
    {
      front: [
        page('half', 'halftitlepage'),
        page('title', 'titlepage'),
        page('rights', 'copyright-page'),
        page('dedication', 'dedication'),
        makeContents({ sea: 'Oceanward', one: 'Loomings', two: 'Carpetbag' }),
        makeSection('preface', makeProse(9), { role: 'preface', title: 'Foreglimpse' }),
      ],
      body: [
        makeSection('sea', '', { role: 'part', title: 'Oceanward' }),
        makeSection('one', makeProse(8), { title: 'Loomings', part: 'sea' }),
        makeSection('two', makeProse(1), { title: 'Carpetbag', part: 'sea' }),
        makeSection('three', makeProse(1), { title: 'Spouter', part: 'sea' }),
      ],
    },
    makePrint(print),
  );
}

describe('a book with a half title, its pages a multiple of 16, chapters on any page', () => {
  let print: FinishedBook;
  let pdf: PdfContent;
  beforeAll(async () => {
    ({ print, pdf } = await printed(novel({ openings: 'any', pageMultiple: 16 })));
  });

  test('has the pages before the text in the order of the trade, most of them on the right', () => {
    const { anchors } = print.pageMap;
    const ids = ['half', 'title', 'rights', 'dedication', 'contents', 'preface'];
    expect(ids.map((id) => anchors.get(id))).toEqual([0, 2, 3, 4, 6, 8]);
    expect(anchors.get('sea')! % 2).toBe(0);
  });

  test('has an empty page behind the title of a part, though chapters may open on the left', () => {
    const { anchors, pages } = print.pageMap;
    const part = anchors.get('sea') ?? 0;
    expect(anchors.get('one')).toBe(part + 2);
    expect(pages[part + 1]?.blank).toBe(true);
    expect(anchors.get('three')).toBe((anchors.get('two') ?? 0) + 1);
  });

  test('ends with empty pages that make up the number, and no more than needed', () => {
    const { pages, anchors } = print.pageMap;
    expect(pages.length % 16).toBe(0);
    expect(pdf.pages).toHaveLength(pages.length);
    const last = pages.findLastIndex(({ blank }) => !blank);
    expect(last).toBe(anchors.get('three'));
    expect(pages.length - last).toBeLessThanOrEqual(16);
    expect(pdf.pages.slice(last + 1).flatMap(({ runs }) => runs)).toEqual([]);
  });

  test('has page labels for every page, which are the printed numbers wherever there are any', () => {
    const labels = print.pageMap.pages.map(({ label }) => label);
    expect(pdf.labels).toEqual(labels);
    const shown = pdf.pages.map(folio);
    expect(shown.filter((number) => number !== undefined).length).toBeGreaterThan(5);
    expect(shown.map((number, index) => number ?? labels[index])).toEqual(labels);
    const first = print.pageMap.anchors.get('sea') ?? 0;
    expect(labels.slice(first)).toEqual(labels.slice(first).map((_, index) => String(index + 1)));
  });

  test('has no head on openings, and none on empty pages', () => {
    const { anchors, pages } = print.pageMap;
    for (const id of ['sea', 'one', 'two', 'three']) {
      const page = pdf.pages[anchors.get(id) ?? 0];
      expect(page?.runs.filter(({ y }) => y < 648 * 0.08)).toEqual([]);
    }
    const empty = pdf.pages.filter((_, index) => pages[index]?.blank === true);
    expect(empty.length).toBeGreaterThan(2);
    expect(empty.flatMap(({ runs }) => runs)).toEqual([]);
  });
});

test('a number of pages that is right already is left alone', async () => {
  const chapters = ['one', 'two', 'three', 'four'].map((id) => makeSection(id, makeProse(1)));
  const { print } = await printed(
    makeBook({ body: chapters }, makePrint({ openings: 'any', pageMultiple: 2 })),
  );
  expect(print.pageMap.pages.map(({ blank }) => blank)).toEqual([false, false, false, false]);
});

describe('the inside margin of a thick book', async () => {
  const binding = (await readPrinter('kdp')).margins.inside;
  const trim = { width: 297.638, height: 419.528 };
  const least = (pages: number): number =>
    geometryOf(makePrint({ trim, binding }).print, undefined, pages).margins.inside;
  /** Chapters of one word each, and of one page: more pages than the estimate expects. */
  const body = Array.from({ length: 152 }, (_, index) => makeSection(`c${index}`, '<p>Word</p>'));

  test('is that of its own number of pages, though another one was expected', async () => {
    const book = makeBook({ body }, makePrint({ trim, binding, openings: 'right' }));
    const { print, pdf } = await printed(book);
    const pages = print.pageMap.pages.length;
    expect(pages).toBe(303);
    const geometry = geometryOf(book.metadata.print);
    const expected = estimatePages(book, geometry, openingsOnTheRight(book, geometry));
    expect(least(expected)).toBeLessThan(least(pages));
    const left = Math.min(...(pdf.pages[0]?.runs.map(({ x }) => x) ?? []));
    expect(least(pages)).toBe(45);
    expect(left).toBeGreaterThanOrEqual(45 - 0.5);
    expect(left).toBeLessThan(45 + 1);
  });
});
