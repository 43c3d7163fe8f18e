import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { sections, type Book, type Section } from '../../src/book/book.ts';
import { noRights } from '../../src/book/rights.ts';
import type { Role } from '../../src/book/roles.ts';
import { forProducts } from '../../src/html/for-products.ts';
import { makeMetadata } from '../builders/metadata.ts';
import { wordingOf } from '../../src/language/wording.ts';

function element(children: ElementContent[], dataProduct?: string): Element {
  const properties = { className: ['a'], ...(dataProduct !== undefined && { dataProduct }) };
  return { type: 'element', tagName: 'span', properties, children };
}

function section(id: string, role: Role, children: ElementContent[]): Section<Root> {
  return {
    id,
    role,
    title: id,
    titleTree: { type: 'root', children: [] },
    untitled: true,
    numbered: false,
    toc: false,
    headings: [],
    tree: { type: 'root', children: [element(children)] },
    file: new VFile({ path: `${id}.md` }),
  };
}

const said = (value: string): ElementContent => ({ type: 'text', value });
const untouched = element([said('same')]);

function makeBook(epubPlace: 'front' | 'back' = 'front'): Book<Root> {
  const { copyright, ...metadata } = makeMetadata();
  const marked = element([
    untouched,
    ...['print', 'epub', 'pdf'].map((edition) =>
      element([said(edition), element([said('!')], 'pdf')], edition),
    ),
  ]);
  return {
    metadata: { ...metadata, copyright: { ...copyright, epubPlace } },
    labels: wordingOf('en'),
    front: [section('rights', 'copyright-page', [marked]), section('toc', 'toc', [])],
    body: [section('one', 'chapter', [said('text')])],
    back: [section('index', 'index', [])],
    notes: [],
    rights: noRights,
    copyrightTemplate: { type: 'root', children: [] },
  };
}

describe('forProducts', () => {
  it.each([
    ['epub', 'sameepub'],
    ['pdf', 'samepdf!'],
    ['print', 'sameprint'],
  ] as const)('keeps what is marked for %s, without the mark', (product, text) => {
    const { front } = forProducts(makeBook(), product);
    expect(toString(front[0]?.tree ?? { type: 'root', children: [] })).toBe(text);
    expect(JSON.stringify(front)).not.toContain('dataProduct');
  });

  it('keeps what is marked for several products in each of them', () => {
    const book = makeBook();
    const [first] = book.body;
    const marked = element([said('paged')], 'print pdf');
    const own = { ...book, body: first ? [{ ...first, tree: { ...first.tree, children: [marked] } }] : [] };
    const saidIn = (product: 'print' | 'pdf' | 'epub') =>
      forProducts(own, product).body.map(({ tree }) => toString(tree));
    expect([saidIn('print'), saidIn('pdf'), saidIn('epub')]).toEqual([['paged'], ['paged'], ['']]);
  });

  it('leaves out the sections of other products', () => {
    const book = makeBook();
    const paged = {
      ...book,
      front: [{ ...section('half', 'halftitlepage', []), products: ['print', 'pdf'] as const }],
    };
    const ids = (product: 'print' | 'pdf' | 'epub') => forProducts(paged, product).front.map(({ id }) => id);
    expect([ids('print'), ids('pdf'), ids('epub')]).toEqual([['half'], ['half'], []]);
  });

  it.each([
    ['both have an ISBN', { print: '9783161484100', pdf: '9780306406157' }, 'same'],
    ['neither has one', {}, 'same'],
    ['the printed book alone has one', { print: '9783161484100' }, 'sameprint'],
    ['the PDF alone has one', { pdf: '9780306406157' }, 'samepdf'],
  ])('keeps on the pages of one print, where %s, what holds for them', (_, isbns, text) => {
    const book = makeBook();
    const identified = { ...book, metadata: { ...book.metadata, identifiers: { ...isbns, others: [] } } };
    const { front } = forProducts(identified, 'print', 'pdf');
    expect(toString(front[0]?.tree ?? { type: 'root', children: [] }).replace('!', '')).toBe(text);
  });

  it('keeps on the pages of one print what is marked for both', () => {
    const book = makeBook();
    const [first] = book.body;
    const both = element([said('paged')], 'pdf print');
    const own = { ...book, body: first ? [{ ...first, tree: { ...first.tree, children: [both] } }] : [] };
    expect(forProducts(own, 'print', 'pdf').body.map(({ tree }) => toString(tree))).toEqual(['paged']);
  });

  it('shares what has no marks, and leaves the book as it was', () => {
    const book = makeBook();
    const before = structuredClone(book.front[0]?.tree);
    const own = forProducts(book, 'epub');
    expect(own.body[0]).toBe(book.body[0]);
    const holder = own.front[0]?.tree.children[0] as Element;
    expect((holder.children[0] as Element).children[0]).toBe(untouched);
    expect(book.front[0]?.tree).toEqual(before);
  });

  it('moves the copyright page to the end of the e-book alone', () => {
    const ids = (book: Book<Root>) => sections(book).map(({ id }) => id);
    expect(ids(forProducts(makeBook('back'), 'epub'))).toEqual(['toc', 'one', 'index', 'rights']);
    expect(ids(forProducts(makeBook('back'), 'pdf'))).toEqual(['rights', 'toc', 'one', 'index']);
    expect(ids(forProducts(makeBook(), 'epub'))).toEqual(['rights', 'toc', 'one', 'index']);
  });
});
