import { describe, expect, it } from 'vitest';
import type { Book, Hast } from '../../../../src/book/book.ts';
import type { PageStart, PrintedPages } from '../../../../src/book/page-map.ts';
import { emitEpub } from '../../../../src/emit/epub/emit-epub.ts';
import { forProducts } from '../../../../src/html/for-products.ts';
import { numberSpots } from '../../../../src/html/number-spots.ts';
import { hasPagesAlone } from '../../../../src/prove/pages/pages-alone.ts';
import { checkEpub } from '../../../../src/preflight/epub/check-epub.ts';
import { makeBook } from '../../../builders/book.ts';
import { elementsOf, makeContents, makeProse, makeSection } from '../../../builders/hast-book.ts';
import { held } from '../../../builders/held.ts';
import { noTheme, unpack } from '../../../builders/rich-book.ts';
import { sections } from '../../../../src/book/book.ts';

function printedBook(): Book<Hast> {
  const half = makeSection('half', '<p>Only in print</p>', {
    role: 'halftitlepage',
    products: ['print', 'pdf'],
  });
  const rights = makeSection('rights', '<p data-product="print">ISBN of print</p><p>Rights</p>', {
    role: 'copyright-page',
  });
  const book = makeBook(
    {
      front: [half, rights, makeContents({ one: 'One' })],
      body: [makeSection('one', `<h2 id="page-2">Page 2</h2>${makeProse(4)}`)],
    },
    { identifiers: { print: '978-3-16-148410-0', others: [] } },
  );
  numberSpots(book);
  return book;
}

/** The beginning of the page with an element of a section as its first. */
function startAt(book: Book<Hast>, page: number, id: string, name: string, index = 0): PageStart {
  const tree = sections(book).find((section) => section.id === id)?.tree;
  const element = tree && elementsOf(tree, ({ tagName }) => tagName === name)[index];
  return { page, spot: Number(element?.properties['dataSpot']), before: 0 };
}

/** A book whose printed contents go over two pages, the second of which begins with the entry of a chapter. */
function longContents(entry: string): { readonly book: Book<Hast>; readonly printed: PrintedPages } {
  const chapters = ['one', 'two', 'three'].map((id) => makeSection(id, makeProse(1)));
  const book = makeBook({
    front: [makeContents({ one: 'One', two: 'Two', [entry]: 'Three' })],
    body: chapters,
  });
  numberSpots(book);
  const printed: PrintedPages = {
    pages: ['i', 'ii', '1'].map((label) => ({ label, blank: false })),
    anchors: new Map<string, number>(),
    starts: [
      startAt(book, 0, 'contents', 'h1'),
      startAt(book, 1, 'contents', 'a', 2),
      startAt(book, 2, 'one', 'h1'),
    ],
  };
  return { book, printed };
}

function pagesOf(book: Book<Hast>): PrintedPages {
  const labels = ['i', 'ii', 'iii', 'iv', '1', '2'];
  return {
    pages: labels.map((label) => ({ label, blank: label === 'iv' })),
    anchors: new Map<string, number>(),
    starts: [
      startAt(book, 0, 'half', 'p'),
      startAt(book, 1, 'rights', 'p'),
      startAt(book, 2, 'contents', 'h1'),
      startAt(book, 4, 'one', 'h1'),
      { ...startAt(book, 5, 'one', 'p', 1), before: 20 },
    ],
  };
}

async function emitted(): Promise<{ files: ReadonlyMap<string, string>; epub: Uint8Array }> {
  const book = printedBook();
  const epub = held(await emitEpub(forProducts(book, 'epub'), new Map(), noTheme, pagesOf(book)));
  return { files: await unpack(epub), epub };
}

const { files, epub } = await emitted();
const file = (name: string): string => files.get(`OEBPS/${name}`) ?? '';

describe('the pages of the printed book', () => {
  it('are what epubcheck-ts finds no fault with', async () => {
    expect(await checkEpub(epub, 'pages.epub')).toEqual([]);
  });

  it('are all that the e-book has besides what it has without them', async () => {
    const draft = await emitEpub(
      forProducts(printedBook(), 'epub'),
      new Map(),
      noTheme,
      undefined,
      undefined,
      {
        textsAlone: true,
      },
    );
    expect(await hasPagesAlone(epub, held(draft))).toBe(true);
    expect(await hasPagesAlone(held(draft), epub)).toBe(false);
  });

  it('are marked where they begin, and nothing of the numbering of spots is left', () => {
    expect(file('one.xhtml')).toMatch(/<section[^>]*><span id="page-1"[^>]*aria-label="1"><\/span><header/);
    expect(file('one.xhtml')).toContain('<span id="printed-page-2" role="doc-pagebreak"');
    expect([...files.values()].join('')).not.toContain('data-spot');
  });

  it('begin with the first words that the e-book has of them; what it has nothing of is not marked', () => {
    expect(file('rights.xhtml')).toMatch(/<p><span id="page-ii"[^>]*><\/span>Rights<\/p>/);
    expect([...files.values()].join('')).not.toMatch(/"page-(?:i|iv)"/);
  });

  it('are listed for reading systems of EPUB 3', () => {
    const [list = ''] = /<nav epub:type="page-list".*?<\/nav>/s.exec(file('toc.xhtml')) ?? [];
    expect([...list.matchAll(/<a href="([^"]*)">([^<]*)/g)].map(([, href, label]) => [href, label])).toEqual([
      ['rights.xhtml#page-ii', 'ii'],
      ['toc.xhtml#page-iii', 'iii'],
      ['one.xhtml#page-1', '1'],
      ['one.xhtml#printed-page-2', '2'],
    ]);
    expect(list).toContain('hidden="hidden"');
    expect(file('toc.xhtml')).toMatch(
      /<body[^>]*>\s*<span id="page-iii"[^>]*><\/span>\s*<nav epub:type="toc"/,
    );
  });

  it('are listed for those of EPUB 2', () => {
    const ncx = file('toc.ncx');
    expect(ncx).toContain('<meta name="dtb:totalPageCount" content="4"/>');
    expect(ncx).toContain('<meta name="dtb:maxPageNumber" content="2"/>');
    expect(ncx).toMatch(/<pageTarget id="target-page-ii" type="front" playOrder="\d+">/);
    expect(ncx).toMatch(/<pageTarget id="target-printed-page-2" type="normal" value="2" playOrder="\d+">/);
    const orders = [...ncx.matchAll(/playOrder="(\d+)"/g)].map(([, order]) => Number(order));
    expect(orders).toEqual(orders.map((_, index) => index + 1));
  });

  it('are those of the printed book that is named', () => {
    const opf = file('content.opf');
    expect(opf).toContain('<dc:source id="printed">urn:isbn:9783161484100</dc:source>');
    expect(opf).toContain('<meta refines="#printed" property="source-of">pagination</meta>');
    for (const feature of ['pageBreakMarkers', 'pageNavigation'])
      expect(opf).toContain(`<meta property="schema:accessibilityFeature">${feature}</meta>`);
  });

  it('are neither marked nor claimed where none are given', async () => {
    const book = printedBook();
    const all = [
      ...(await unpack(await emitEpub(forProducts(book, 'epub'), new Map(), noTheme))).values(),
    ].join('');
    expect(all).not.toMatch(/role="doc-pagebreak"|page-list|pageList|dc:source|pageNavigation/);
  });
});

describe('the pages of the printed contents', () => {
  it('are marked in the contents before the entries with which they begin', async () => {
    const { book, printed } = longContents('three');
    const bytes = held(await emitEpub(forProducts(book, 'epub'), new Map(), noTheme, printed));
    const contents = (await unpack(bytes)).get('OEBPS/toc.xhtml') ?? '';
    expect(contents).toMatch(/<body[^>]*>\s*<span id="page-i"[^>]*><\/span>\s*<nav epub:type="toc"/);
    expect(contents).toMatch(
      /<a href="three.xhtml"><span id="page-ii" role="doc-pagebreak" epub:type="pagebreak" aria-label="ii"><\/span>three<\/a>/,
    );
    expect(contents.match(/<span id="page-/g)).toHaveLength(2);
    expect(await checkEpub(bytes, 'contents.epub')).toEqual([]);
  });

  it('are marked where the contents begin if the e-book has no such entry', async () => {
    const { book, printed } = longContents('one--section');
    const contents =
      (await unpack(await emitEpub(forProducts(book, 'epub'), new Map(), noTheme, printed))).get(
        'OEBPS/toc.xhtml',
      ) ?? '';
    expect(contents).toMatch(
      /<body[^>]*>\s*<span id="page-i".*\s*<span id="page-ii".*\s*<nav epub:type="toc"/,
    );
  });
});
