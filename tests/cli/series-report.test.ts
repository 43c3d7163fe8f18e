import { describe, expect, it } from 'vitest';
import { github } from '../../src/cli/reports/github.ts';
import { jobSummary } from '../../src/cli/reports/job-summary.ts';
import { junit } from '../../src/cli/reports/junit.ts';
import { bookReport, seriesReport } from '../../src/cli/series-report.ts';
import type { SeriesBook } from '../../src/series/books.ts';
import type { BuiltBook, Outcome } from '../../src/series/outcome.ts';
import { thinLine, undefinedNote } from './reports/make-report.ts';

const built: BuiltBook = {
  ok: true,
  title: 'The Tide',
  language: 'en',
  authors: [],
  messages: [],
  artifacts: [{ path: 'tide.epub', kind: 'epub', bytes: 3, sha256: 'ab12' }],
  pages: 12,
  counts: ['12 pages'],
};
const failed: BuiltBook = { ...built, ok: false, artifacts: [], pages: null, counts: [] };
const all: ReadonlyArray<readonly [string, Outcome]> = [
  ['a', { kind: 'built', book: { ...built, messages: [thinLine] }, took: 3210 }],
  ['b', { kind: 'unchanged', book: built }],
  ['c', { kind: 'built', book: { ...failed, messages: [undefinedNote] }, took: 1 }],
  ['d', { kind: 'failed', fault: { kind: 'environment', reason: 'No room', hint: 'Make room.' } }],
  ['e', { kind: 'unchanged', book: { ...failed, messages: [undefinedNote] } }],
];
const books = all.map(([name]): SeriesBook => ({ name, folder: `books/${name}`, out: `dist/${name}` }));
const outcomes = all.map(([, outcome]) => outcome);
const parts = all.map(([, outcome], index) => bookReport(books[index] as SeriesBook, outcome, false));
const whole = seriesReport(books, outcomes, parts, { out: 'dist', strict: false });

it('a line says what became of each book', () => {
  expect(parts.map(({ summary }) => summary)).toEqual([
    'books/a: built in 3.2 s, 12 pages (1 warning)\n',
    'books/b: unchanged, 12 pages\n',
    'books/c: not built (1 error); dist/c is as it was\n',
    'books/d: not built: No room\n  Make room.\n',
    'books/e: not built, as before (1 error); dist/e is as it was\n',
  ]);
});

it('the last line counts them, and names those that are not there', () => {
  expect(whole.summary).toBe(
    '2 of 5 books are released in dist (1 built, 1 unchanged); not: books/c, books/d, books/e.\n',
  );
});

describe('the whole', () => {
  it('has every message at a place seen from the working folder', () => {
    expect(whole.json.messages.map(({ file }) => file)).toEqual([
      'dist/a/book-press.pdf',
      'books/c/01-one.md',
      'books/e/01-one.md',
    ]);
    expect(whole.json.ok).toBe(false);
    expect(whole.files.map(({ path }) => path)).toEqual(['a/tide.epub', 'b/tide.epub']);
  });

  it('has facts of each book', () => {
    expect(whole.json['books']).toMatchObject([
      { name: 'a', folder: 'books/a', out: 'dist/a', outcome: 'built', ok: true, took: 3210, pages: 12 },
      { outcome: 'unchanged', ok: true },
      { outcome: 'built', ok: false, pages: null },
      { outcome: 'failed', ok: false, fault: { reason: 'No room' } },
      { outcome: 'unchanged', ok: false },
    ]);
  });

  it('is told to servers book by book', () => {
    expect(github(whole).match(/file=[^,]+/g)).toEqual(['file=books/c/01-one.md', 'file=books/e/01-one.md']);
    const xml = junit(whole);
    expect(xml).toContain('<testsuites name="colophon" tests="5" failures="2" errors="0">');
    expect(xml).toContain('<testcase classname="books/d" name="nothing was built">');
  });

  it('has a summary with a row for each', () => {
    const rows = jobSummary(whole)
      .split('\n')
      .filter((line) => /^\| .*books\//.test(line));
    expect(rows.slice(0, 2)).toEqual([
      '| The Tide | books/a | ✅ built | 12 pages · in 3.2 s · 1 warning |',
      '| The Tide | books/b | ✅ unchanged | 12 pages |',
    ]);
  });
});
