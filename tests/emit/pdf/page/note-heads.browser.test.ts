import { beforeAll, describe, expect, test } from 'vitest';
import type { Book, Hast } from '../../../../src/book/book.ts';
import { fill } from '../../../../src/book/labels.ts';
import { finishBook, type FinishedBook } from '../../../support/finish-book.ts';
import { readPdf, type PdfContent, type PdfPage } from '../../../support/read-pdf.ts';
import { wordingOf } from '../../../../src/language/wording.ts';
import { makeBook } from '../../../builders/book.ts';
import { makeLooks, makePrint, makeSection } from '../../../builders/hast-book.ts';
import { sharedBrowser } from '../../../support/shared-browser.ts';

const running = await sharedBrowser();

const prose = 'It was a clear steel day, and the airs of sky and sea were hardly to be told apart. ';

/** A mark, with a word beside it by which the page it really fell on is told. */
function mark(cited: number, nth = ''): string {
  return `M${cited}${nth}e<sup class="noteref"><a id="m${cited}${nth}" href="#n${cited}" epub:type="noteref">${cited}</a></sup>`;
}

/** A note whose every tenth word tells whose it is. */
function note(id: number, length: number, inside = '', marks = [`m${id}`]): string {
  const links = marks.map((href) => `<a class="backlink" href="#${href}" epub:type="backlink">↩</a>`);
  const text = Array.from({ length }, () => `N${id}e ${prose}`).join('');
  return `<li class="note" id="n${id}"><p>${text}${inside}N${id}e<span class="backlinks"> ${links.join(' ')}</span></p></li>`;
}

/** Notes 1–3 in the preface, 4–40 in the chapters; 38 cited twice, 39 only in 40, 2 and 5 several pages long. */
function annotated(own = '', title = 'Notes', trim = { width: 300, height: 380 }): Book<Hast> {
  const paragraphs = (notes: ReadonlyArray<number>): string =>
    notes.map((id) => `<p>${prose.repeat(3 + (id % 4))}${mark(id)} ${prose}</p>`).join('\n');
  const two = `${paragraphs(range(21, 39))}<p>${prose}${mark(40)} ${prose.repeat(8)}${mark(38, 'b')}</p>`;
  const items = range(1, 41).map((id) => {
    if (id === 2 || id === 5) return note(id, 30);
    if (id === 38) return note(id, 2, '', ['m38', 'm38b']);
    if (id === 40) return note(id, 1, `see ${mark(39)} `);
    return note(id, 1 + (id % 3));
  });
  return makeBook(
    {
      front: [
        makeSection('preface', `<p>– ${prose.repeat(30)}</p>${paragraphs([1, 2, 3])}`, {
          role: 'preface',
          title: 'Preface',
        }),
      ],
      body: [
        makeSection('one', paragraphs(range(4, 21)), { title: 'Loomings' }),
        makeSection('two', two, { title: 'Carpetbag' }),
      ],
      back: [
        makeSection('notes', `${own}<ol class="notes">${items.join('\n')}</ol>`, { role: 'endnotes', title }),
        makeSection('after', `<p>${prose.repeat(60)}</p>`, { role: 'afterword', title: 'Spouter' }),
      ],
    },
    makePrint({ trim }),
  );
}

interface Printed {
  readonly print: FinishedBook;
  readonly pdf: PdfContent;
}

async function printed(book: Book<Hast>): Promise<Printed> {
  const print = await finishBook(book, new Map(), await makeLooks(book), running);
  return { print, pdf: await readPdf(print.screen ?? new Uint8Array()) };
}

function headOf(page: PdfPage): string {
  return squeezed(page.runs.filter(({ y }) => y < page.height * 0.09).map(({ text }) => text));
}

function bodyOf(page: PdfPage): string {
  return page.runs.flatMap(({ text, y }) => (y < page.height * 0.09 ? [] : [text])).join(' ');
}

/** Margin boxes are set in spaced capitals. */
function squeezed(texts: ReadonlyArray<string>): string {
  return texts.join('').replaceAll(/\s/g, '').toUpperCase();
}

/** What the running heads of the section of notes must be, from what stands on the pages. */
function expectedHeads({ print, pdf }: Printed, usual: string): string[] {
  const { anchors, pages } = print.pageMap;
  const pagesOf = (id: string): number[] => {
    // Note 39 is cited in note 40 alone.
    const words = id === '39' ? ['M40e'] : [`M${id}e`, `M${id}be`];
    return pdf.pages.flatMap((page, index) =>
      words.some((word) => bodyOf(page).includes(word)) ? [index] : [],
    );
  };
  const labels = wordingOf('en');
  return range(anchors.get('notes') ?? 0, anchors.get('after') ?? 0).map((index) => {
    if (index === anchors.get('notes') || pages[index]?.blank === true) return '';
    const ids = [...bodyOf(pdf.pages[index] as PdfPage).matchAll(/N(\d+)e/g)].map(([, id = '']) => id);
    const cited = ids.flatMap(pagesOf);
    const first = pages[Math.min(...cited)]?.label ?? '';
    const last = pages[Math.max(...cited)]?.label ?? '';
    const left = index % 2 === 1;
    const head =
      cited.length === 0
        ? left
          ? 'The Whale'
          : usual
        : first === last
          ? fill(labels.notesToPage, { page: first })
          : fill(labels.notesToPages, { first, last });
    const folio = pages[index]?.label ?? '';
    return squeezed(left ? [folio, head] : [head, folio]);
  });
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

function headsOfNotes({ print, pdf }: Printed): string[] {
  const { anchors } = print.pageMap;
  return range(anchors.get('notes') ?? 0, anchors.get('after') ?? 0).map((index) =>
    headOf(pdf.pages[index] as PdfPage),
  );
}

describe('the pages of notes', () => {
  let book: Printed;
  beforeAll(async () => {
    book = await printed(annotated());
  });

  test('say in their heads which pages their notes belong to', () => {
    const heads = headsOfNotes(book);
    expect(heads).toEqual(expectedHeads(book, 'Notes'));
    expect(heads.length).toBeGreaterThan(6);
    const text = heads.join('\n');
    // Roman pages, a page with one long note, right-hand as well as left-hand pages.
    expect(text).toMatch(/NOTESTOPAGES?[IVX]+/);
    expect(text).toMatch(/NOTESTOPAGE\d+/);
    expect(text).toMatch(/^\d+NOTESTOPAGES/m);
    expect(text).toMatch(/^NOTESTOPAGES\d+–\d+/m);
  });

  test('have the usual heads after the notes', () => {
    const { anchors } = book.print.pageMap;
    const after = (anchors.get('after') ?? 0) + 1;
    expect(book.pdf.pages.slice(after, after + 2).map((page) => headOf(page).replaceAll(/\d/g, ''))).toEqual([
      'THEWHALE',
      'SPOUTER',
    ]);
  });

  test('and the marks are tied to each other by name', () => {
    const { destinations, pages } = book.pdf;
    const { anchors } = book.print.pageMap;
    const linksTo = (name: string): number[] =>
      pages.flatMap(({ links }, index) => links.filter((link) => link.name === name).map(() => index));
    for (const id of range(1, 41)) {
      expect(destinations.get(`n${id}`)?.page, `n${id}`).toBe(anchors.get(`n${id}`));
      expect(destinations.get(`m${id}`)?.page, `m${id}`).toBe(anchors.get(`m${id}`));
      const begin = pages.findIndex((page) => bodyOf(page).includes(`N${id}e`));
      expect(destinations.get(`n${id}`)?.page, `text of n${id}`).toBe(begin);
      const marked = pages.findIndex((page) => bodyOf(page).includes(`M${id}e`));
      const again = id === 38 ? pages.findIndex((page) => bodyOf(page).includes('M38be')) : undefined;
      expect(linksTo(`n${id}`), `marks of n${id}`).toEqual([marked, ...(again === undefined ? [] : [again])]);
      // The number is the first link back; arrows only where there are several marks.
      expect(linksTo(`m${id}`).length, `links to m${id}`).toBe(id === 38 ? 2 : 1);
    }
    expect(linksTo('m38b')).toHaveLength(1);
  });

  test('are the same every time', async () => {
    const again = await printed(annotated());
    expect(Buffer.compare(Buffer.from(again.print.screen ?? []), Buffer.from(book.print.screen ?? []))).toBe(
      0,
    );
  });
});

test('the author’s own text before the notes has the usual heads', async () => {
  const book = await printed(annotated(`<p>${prose.repeat(60)}</p>`, 'Remarks'));
  const heads = headsOfNotes(book);
  expect(heads).toEqual(expectedHeads(book, 'Remarks'));
  expect(heads.join('\n')).toContain('THEWHALE');
  expect(heads.join('\n')).toContain('REMARKS');
  expect(heads.join('\n')).toContain('NOTESTOPAGES');
});

test('notes at the ends of chapters change no head', async () => {
  const book = annotated();
  const metadata = { ...book.metadata, notes: { ...book.metadata.notes, place: 'chapter' as const } };
  const { pdf } = await printed({ ...book, metadata });
  expect(pdf.pages.filter((page) => headOf(page).includes('NOTESTO'))).toEqual([]);
});

test('where the line is too short for the wording, the heads have the pages alone', async () => {
  const book = annotated();
  const labels = { ...book.labels, notesToPages: `Annotations and remarks, ${book.labels.notesToPages}` };
  const printedBook = await printed({ ...book, labels });
  const heads = headsOfNotes(printedBook).join('\n');
  expect(heads).toMatch(/NOTES\d+–\d+/);
  expect(heads).not.toContain('ANNOTATIONS');
});
