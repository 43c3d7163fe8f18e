import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Asset, Assets, Book, Hast } from '../../../src/book/book.ts';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { finishBook, type FinishedBook } from '../../support/finish-book.ts';
import { readPdf, type PdfContent, type PdfPage } from '../../support/read-pdf.ts';
import { makeBook } from '../../builders/book.ts';
import {
  elementsOf,
  makeContents,
  makeLooks,
  makePrint,
  makeProse,
  makeSection,
} from '../../builders/hast-book.ts';
import { sharedBrowser } from '../../support/shared-browser.ts';

const running = await sharedBrowser();

async function printed(book: Book<Hast>, assets: Assets = new Map()): Promise<FinishedBook> {
  return finishBook(book, assets, await makeLooks(book), running);
}

/** A page without its spaces: margin boxes are set in spaced capitals. */
function squeezed(text: string): string {
  return text.replaceAll(/\s/g, '');
}

/** What stands above and below the text of a page. */
function furniture(page: PdfPage): { readonly head: string; readonly foot: string } {
  const text = (wanted: (y: number) => boolean): string =>
    squeezed(page.runs.flatMap((run) => (wanted(run.y) ? [run.text] : [])).join(''));
  return { head: text((y) => y < page.height * 0.08), foot: text((y) => y > page.height * 0.93) };
}

const picture: Asset = {
  path: 'images/square.svg',
  mediaType: 'image/svg+xml',
  bytes: Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40"/></svg>',
  ),
};

/** Every chapter title is a word that stands nowhere else. */
const titles = {
  preface: 'Foreglimpse',
  sea: 'Oceanward',
  one: 'Loomings',
  two: 'Carpetbag',
  after: 'Spouter',
};

function everything(): Book<Hast> {
  const one =
    `${makeProse(4)}<p>A small figure:</p><figure><img src="images/square.svg" alt="A square"><figcaption>Squarely` +
    '</figcaption></figure><h2 id="deep">Undertow</h2><p>Some <em>slanted</em> and <strong>heavy</strong> words, ' +
    `<code>code()</code>, <math><mi>x</mi><mo>=</mo><mn>2</mn></math>.</p>${makeProse(14)}`;
  const two =
    `<p>As told before <a href="#deep">below Undertow’s waves</a> on page <span data-page-of="deep"></span> and by ` +
    `<a href="https://example.org/whale">others</a>.</p>${makeProse(8)}`;
  return makeBook(
    {
      front: [
        makeSection('title', '<p class="title">The Whale</p>', { role: 'titlepage', title: 'Title page' }),
        makeSection('rights', '<p>© 1851</p>', { role: 'copyright-page', title: 'Copyright' }),
        makeContents(titles),
        makeSection('preface', makeProse(6), { role: 'preface', title: titles.preface }),
      ],
      body: [
        makeSection('sea', '', { role: 'part', title: titles.sea, number: 'I' }),
        makeSection('one', one, {
          title: titles.one,
          number: '1',
          part: 'sea',
          headings: [{ id: 'deep', depth: 2, text: 'Undertow' }],
        }),
        makeSection('two', two, { title: titles.two, number: '2', part: 'sea' }),
      ],
      back: [makeSection('after', makeProse(2), { role: 'afterword', title: titles.after })],
    },
    {
      language: 'en-GB',
      contributors: [
        { name: 'Herman Melville', role: 'aut' },
        { name: 'Ann Editor', role: 'edt' },
      ],
      description: 'A whale of a book',
    },
  );
}

/** The text of a page without its running head. */
function bodyText({ runs, height }: PdfPage): string {
  return runs.flatMap(({ text, y }) => (y < height * 0.08 ? [] : [text])).join('');
}

describe('a printed book', () => {
  let book: Book<Hast>;
  let print: FinishedBook;
  let pdf: PdfContent;
  /** The page whose text has the word first, the contents page left out. */
  const pageWith = (word: string): number => {
    const contents = print.pageMap.anchors.get('contents') ?? 0;
    const rest = pdf.pages.findIndex((page, index) => index !== contents && bodyText(page).includes(word));
    if (rest < 0) throw new Error(`no page has the word ${word}`);
    return rest;
  };

  beforeAll(async () => {
    book = everything();
    print = await printed(book, new Map([[picture.path, picture]]));
    pdf = await readPdf(print.screen ?? new Uint8Array());
  });

  test('has as many pages as its page map, all of the trim size', () => {
    expect(pdf.pages).toHaveLength(print.pageMap.pages.length);
    expect(new Set(pdf.mediaBoxes.map(String))).toEqual(new Set(['0,0,432,648']));
    expect(messagesOf(book.body.map(({ file }) => file))).toEqual([]);
  });

  test('numbers the front in roman, the body in arabic from 1, as viewers show it', () => {
    const labels = print.pageMap.pages.map(({ label }) => label);
    const first = pageWith(titles.sea);
    expect(labels.slice(0, first)).toEqual(
      ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'].slice(0, first),
    );
    expect(labels.slice(first)).toEqual(labels.slice(first).map((_, index) => String(index + 1)));
    expect(pdf.labels).toEqual(labels);
  });

  test('opens everything but the copyright page on the right, after a blank page where needed', () => {
    const { pages, anchors } = print.pageMap;
    const found = Object.entries(titles).map(([id, word]) => [id, pageWith(word)] as const);
    expect(found).toEqual(Object.keys(titles).map((id) => [id, anchors.get(id)]));
    expect(found.filter(([, page]) => page % 2 === 1)).toEqual([]);
    expect(anchors.get('title')).toBe(0);
    expect(anchors.get('rights')).toBe(1);
    const blanks = pages.flatMap(({ blank }, index) => (blank ? [index] : []));
    expect(blanks).toEqual(pdf.pages.flatMap(({ runs }, index) => (runs.length === 0 ? [index] : [])));
    expect(blanks.length).toBeGreaterThan(1);
    const openings = new Set(Object.keys(titles).map((id) => anchors.get(id)));
    for (const blank of blanks) {
      expect(blank % 2).toBe(1);
      expect(openings.has(blank + 1)).toBe(true);
    }
  });

  test('shows in every place for a page number the label of the page where the target stands', () => {
    const label = (page: number): string => print.pageMap.pages[page]?.label ?? '';
    const contents = pdf.pages[print.pageMap.anchors.get('contents') ?? 0];
    const words = Object.values(titles);
    const entries = words.map((word) => new RegExp(`${word}\\s*(\\w+)`).exec(contents?.text ?? '')?.[1]);
    expect(entries).toEqual(words.map((word) => label(pageWith(word))));
    const reference = /on page (\w+) and by/.exec(pdf.pages[pageWith('As told before')]?.text ?? '')?.[1];
    expect(reference).toBe(label(pageWith('Undertow')));
    expect(Number(reference)).toBeGreaterThan(1);
  });

  test('has the title of the book on left pages, of the chapter on right ones, and folios beside them', () => {
    let checked = 0;
    const { anchors, pages } = print.pageMap;
    const first = anchors.get('one') ?? 0;
    const end = anchors.get('two') ?? 0;
    for (let index = first + 1; index < end; index++) {
      if (pages[index]?.blank === true) continue;
      const page = pdf.pages[index] as PdfPage;
      const label = pages[index]?.label ?? '';
      const left = index % 2 === 1;
      expect(furniture(page)).toEqual({ head: left ? `${label}TheWhale` : `Loomings${label}`, foot: '' });
      const folio = page.runs.find(({ text, y }) => text.trim() === label && y < page.height * 0.08);
      expect(folio?.x).toSatisfy((x: number) => (left ? x < 80 : x > 350));
      checked++;
    }
    expect(checked).toBeGreaterThan(2);
  });

  test('has a drop folio and no head on openings, nothing on the title page and on blanks', () => {
    const { anchors, pages } = print.pageMap;
    const on = (ids: ReadonlyArray<string>): unknown[] =>
      ids.map((id) => [id, furniture(pdf.pages[anchors.get(id) ?? 0] as PdfPage)]);
    const openings = Object.keys(titles);
    const folioOf = (id: string): string | undefined => pages[anchors.get(id) ?? 0]?.label;
    expect(on(openings)).toEqual(openings.map((id) => [id, { head: '', foot: folioOf(id) }]));
    expect(on(['title', 'rights'])).toEqual(['title', 'rights'].map((id) => [id, { head: '', foot: '' }]));
  });

  test('has bookmarks that lead to their headings', () => {
    const levels = pdf.outline.map(({ title, children }) => [title, children.map((child) => child.title)]);
    expect(levels).toEqual([
      ['Copyright', []],
      ['Contents', []],
      [titles.preface, []],
      [`I ${titles.sea}`, [`1 ${titles.one}`, `2 ${titles.two}`]],
      [titles.after, []],
    ]);
    const [chapter] = pdf.outline[3]?.children ?? [];
    expect(chapter?.page).toBe(pageWith(titles.one));
    const [heading] = chapter?.children ?? [];
    expect(heading).toMatchObject({ title: 'Undertow', page: pageWith('Undertow') });
    const baseline = pdf.pages[heading?.page ?? 0]?.runs.find(({ text }) => text === 'Undertow')?.y ?? 0;
    // A destination just above the heading: at most two lines over its baseline, never below it.
    expect(heading?.y).toBeLessThan(baseline);
    expect(heading?.y).toBeGreaterThan(baseline - 40);
  });

  test('has links to the right pages and to the web', () => {
    const contents = pdf.pages[print.pageMap.anchors.get('contents') ?? 0];
    expect(contents?.links.map(({ page }) => page)).toEqual(Object.values(titles).map(pageWith));
    const told = pdf.pages[pageWith('As told before')];
    expect(told?.links).toEqual([
      { page: pageWith('Undertow'), y: pdf.outline[3]?.children[0]?.children[0]?.y, name: 'deep' },
      { url: 'https://example.org/whale' },
    ]);
  });

  test('says what it is, in what language, and that it is tagged', () => {
    expect(pdf).toMatchObject({ language: 'en-GB', tagged: true });
    expect(pdf.info).toMatchObject({
      Title: 'The Whale',
      Author: 'Herman Melville',
      Subject: 'A whale of a book',
      CreationDate: 'D:20240101000000Z',
      ModDate: 'D:20240101000000Z',
    });
    expect(pdf.xmp).toContain('<rdf:li>Herman Melville</rdf:li>');
    expect(pdf.xmp).toContain('2024-01-01T00:00:00Z');
  });

  test('embeds every font as outlines a printer can use', () => {
    expect(pdf.fonts.map(({ name }) => name.replace(/^[A-Z]{6}\+/, '')).toSorted()).toEqual([
      'EBGaramond-Bold',
      'EBGaramond-Italic',
      'EBGaramond-Regular',
      'NotoSansMath-Regular',
      'SourceCodePro-Regular',
    ]);
    for (const font of pdf.fonts) expect(font).toMatchObject({ subtype: 'CIDFontType2', embedded: true });
  });

  test('is the same every time it is printed', async () => {
    const again = await printed(everything(), new Map([[picture.path, picture]]));
    expect(Buffer.compare(Buffer.from(again.screen ?? []), Buffer.from(print.screen ?? []))).toBe(0);
  });

  test('leaves the book as it was', () => {
    const places = book.front.flatMap(({ tree }) => elementsOf(tree, isPageNumber));
    expect(places).toHaveLength(Object.keys(titles).length);
    expect(places.every(({ children }) => children.length === 0)).toBe(true);
  });
});

function isPageNumber({ properties }: Element): boolean {
  return properties['dataPageOf'] !== undefined;
}

describe('where chapters may open on any page', () => {
  test('no chapter has a blank page before it, yet the body begins on the right', async () => {
    const book = makeBook(
      {
        front: [makeSection('preface', makeProse(1), { role: 'preface', title: 'Preface' })],
        body: [
          makeSection('one', makeProse(1)),
          makeSection('two', makeProse(1)),
          makeSection('three', makeProse(1)),
        ],
      },
      makePrint({ openings: 'any' }),
    );
    const { pageMap } = await printed(book);
    expect(pageMap.pages.map(({ label, blank }) => (blank ? '' : label))).toEqual(['i', '', '1', '2', '3']);
    expect(['one', 'two', 'three'].map((id) => pageMap.anchors.get(id))).toEqual([2, 3, 4]);
  });
});

/** Where the lines of running text begin. */
function leftEdge(page: PdfPage | undefined): number {
  const starts = page?.runs.flatMap(({ text, x }) => (text.startsWith('Paragraph') ? [] : [x]));
  return Math.min(...(starts ?? []));
}

describe('page sizes', () => {
  const mm = 72 / 25.4;
  test.each([
    ['A5', 148 * mm, 210 * mm, 0],
    ['6 × 9 in with bleed', 432, 648, 9],
    ['an odd size', 441, 666.5, 3 * mm],
  ])('the pages of %s are exactly of that size', async (_, width, height, bleed) => {
    const book = makeBook(
      { body: [makeSection('one', makeProse(8))] },
      makePrint({ trim: { width, height }, bleed }),
    );
    const { screen } = await printed(book);
    const { pages } = await readPdf(screen ?? new Uint8Array());
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      expect(Math.abs(page.width - width)).toBeLessThan(0.01);
      expect(Math.abs(page.height - height)).toBeLessThan(0.01);
    }
    // The text stands within the margins of the trimmed page, mirrored on facing pages.
    const inside = leftEdge(pages[0]);
    const outside = leftEdge(pages[1]);
    expect(inside).toBeGreaterThan(width * 0.12);
    expect(outside).toBeGreaterThan(inside);
    expect(outside).toBeLessThan(width * 0.2);
  });
});

function wide(width: number): string {
  return `<div style="width: ${width}px">wide</div>`;
}

describe('what is wider than the page', () => {
  test.each([
    ['a table far too wide', `<table><tbody><tr><td>\n${wide(2000)}</td></tr></tbody></table>`, 4, 1],
    // Chrome shrinks a book to two thirds before anything reaches beyond its pages.
    ['a table a little too wide', `<table><tbody><tr><td>\n${wide(440)}</td></tr></tbody></table>`, 4, 1],
    [
      'a word in a line that may not be broken',
      `<p style="white-space: nowrap">${'word '.repeat(40)}</p>`,
      3,
      1,
    ],
    [
      'an element in a list',
      `<ul><li>\n<p><span style="display: inline-block; width: 500px">x</span></p></li></ul>`,
      4,
      1,
    ],
    ['a formula', `<p>A</p>\n<math display="block">${'<mi>x</mi><mo>+</mo>'.repeat(60)}</math>`, 4, 1],
  ])('%s is reported once, where it stands, and nothing is printed', async (_, html, line, column) => {
    const one = makeSection('one', `${makeProse(2)}\n${html}\n<p>After</p>`);
    const { screen, pageMap } = await printed(makeBook({ body: [one] }));
    expect(messagesOf([one.file])).toMatchObject([
      { file: 'one.md', line, column, severity: 'error', rule: 'page-overflow' },
    ]);
    expect(screen).toBeUndefined();
    expect(pageMap.pages.length).toBeGreaterThan(0);
  });

  test('what nobody wrote there is reported with its words', async () => {
    const one = makeSection('one', `<p style="white-space: nowrap">${'word '.repeat(40)}</p>`);
    visit(one.tree, (node) => {
      delete node.position;
    });
    await printed(makeBook({ body: [one] }));
    expect(messagesOf([one.file]).map(({ reason }) => reason)).toEqual([
      '“word word word word word word word word word word word word…” is wider than the text area of the page',
    ]);
  });

  test('long words and long lines of code are broken, not reported', async () => {
    const long = 'x'.repeat(300);
    const one = makeSection('one', `<p>${long}</p><pre><code>${long}</code></pre><h2 id="h">${long}</h2>`);
    const { screen } = await printed(makeBook({ body: [one] }));
    expect(messagesOf([one.file])).toEqual([]);
    const { pages } = await readPdf(screen ?? new Uint8Array());
    const letters = squeezed(pages.map(({ text }) => text).join('')).replaceAll(/[^x]/g, '');
    expect(letters).toHaveLength(900);
    const right = Math.max(...pages.flatMap(({ runs }) => runs.map(({ x }) => x)));
    expect(right).toBeLessThan(432);
  });
});

test('a manuscript reaches nothing outside: images of other hosts and missing files hold nothing up', async () => {
  const html =
    '<p>Before <img src="https://example.org/a.png" alt="A"> <img src="nowhere.png" alt="B"> after</p>' +
    '<script>document.body.textContent = "Overrun"</script>';
  const book = makeBook({ body: [makeSection('one', html)] });
  const { screen } = await printed(book);
  const [page] = (await readPdf(screen ?? new Uint8Array())).pages;
  expect(page?.text).toContain('after');
  expect(page?.text).not.toContain('Overrun');
});
