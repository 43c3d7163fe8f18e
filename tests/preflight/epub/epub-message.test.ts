import { describe, expect, it } from 'vitest';
import { epubMessage } from '../../../src/preflight/epub/epub-message.ts';

const finding = { name: 'book.epub', code: 'RSC-005', severity: 'ERROR', text: 'Wrong  thing\nhere.' };

describe('epubMessage', () => {
  it('is one sentence without full stop at a place that exists', () => {
    expect(epubMessage({ ...finding, line: -1, column: 0 })).toMatchObject([
      {
        file: 'book.epub',
        line: 1,
        column: 1,
        severity: 'error',
        rule: 'epubcheck/RSC-005',
        reason: 'Wrong thing here',
      },
    ]);
  });

  it('leaves out the lines of the file around the place', () => {
    const text =
      'CSS parse error: Parse error: ")" is expected\n    1119 |}\n    1120 |\n--------^\n    1121 |p{';
    expect(epubMessage({ ...finding, text })[0]?.reason).toBe('CSS parse error: ")" is expected');
  });

  it.each([
    ['OEBPS/a.xhtml', 'book.epub/OEBPS/a.xhtml'],
    ['/somewhere/book.epub/OEBPS/a.xhtml', 'book.epub/OEBPS/a.xhtml'],
    ['book.epub', 'book.epub'],
    ['C:\\somewhere\\book.epub\\OEBPS\\a.xhtml', 'book.epub/OEBPS/a.xhtml'],
    [undefined, 'book.epub'],
  ])('names %s as %s', (path, file) => {
    expect(epubMessage({ ...finding, path })[0]?.file).toBe(file);
  });

  it.each([
    ['FATAL', 'error'],
    ['warning', 'warning'],
    ['USAGE', undefined],
    ['info', undefined],
  ])('counts %s as %s', (severity, counted) => {
    expect(epubMessage({ ...finding, severity })[0]?.severity).toBe(counted);
  });
});
