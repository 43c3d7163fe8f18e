import { beforeAll, describe, expect, it } from 'vitest';
import { unpack } from '../builders/rich-book.ts';
import { readPdf, type PdfContent } from '../support/read-pdf.ts';
import { wholeBook, type WholeBook } from '../support/whole-books.ts';

/** What authors type stays, as do identifiers. */
const typed = /123|978-3-16-148410-0/g;

describe('a book whose language has digits of its own', () => {
  let book: WholeBook;
  let pdf: PdfContent;
  let epub: ReadonlyMap<string, string>;
  const file = (name: string): string => epub.get(`OEBPS/${name}.xhtml`) ?? '';

  beforeAll(async () => {
    book = await wholeBook('a Persian book');
    pdf = await readPdf(book.bytes('pdf'));
    epub = await unpack(book.bytes('epub'));
  });

  it('passes the proofs of notes, text and facts', () => {
    expect(book.messages).toEqual([]);
  });

  it('numbers pages, chapters, notes, figures, lists and lines in them', () => {
    const pages = pdf.pages.map(({ text }) => text.replace(typed, ''));
    // The only other digits are those of a list in English.
    expect(pages.flatMap((page) => page.match(/\d/g) ?? [])).toEqual(['1', '2']);
    const text = pages.join('\n');
    for (const shown of ['۱۰', '۲.۱', '۲۰۲۴', '۲۰۲۱']) expect(text).toContain(shown);
  });

  it('calls pages in viewers as they are printed', () => {
    const labels = book.pageMap?.pages.map(({ label }) => label) ?? [];
    expect(labels.slice(-3).join('')).toMatch(/^[۰-۹]{3,}$/);
    expect(pdf.labels).toEqual(labels);
  });

  it('has them in bookmarks, contents and the titles of links', () => {
    expect(pdf.outline.map(({ title }) => title)).toEqual(expect.arrayContaining(['۱ آغاز', '۲ پایان']));
    expect(file('toc')).toContain('۲ پایان');
    expect(file('one')).toContain('aria-label="یادداشت ۱">۱</a>');
    expect(file('notes')).toContain('aria-label="بازگشت به ارجاع ۲ یادداشت ۲"');
  });

  it('leaves the numbers of lists to the reading system, in these digits', () => {
    expect(file('notes').match(/<ol[^>]*>/g)).toEqual([
      '<ol class="notes persian-digits">',
      '<ol class="notes persian-digits" start="2">',
    ]);
    expect(file('one').match(/<ol[^>]*>/g)).toEqual([
      '<ol class="persian-digits">',
      '<ol class="decimal-parenthesis persian-digits">',
      '<ol start="9" class="decimal-parentheses labels-3 persian-digits">',
    ]);
    expect(file('two')).toContain('<ol>');
    expect(epub.get('OEBPS/style.css')).toContain('.persian-digits {');
  });
});
