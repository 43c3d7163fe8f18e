import { VFile } from 'vfile';
import { expect, it } from 'vitest';
import { checkClaims } from '../../../src/lint/accessibility/check-claims.ts';
import { makeBook } from '../../builders/book.ts';
import { makeSection } from '../../builders/hast-book.ts';

function reasons(html: string, isClaimed = true): string[] {
  const file = new VFile({ path: 'book.yaml' });
  const accessibility = isClaimed ? { conformance: { wcag: '2.0', level: 'A' } as const } : {};
  const book = makeBook({ body: [makeSection('one', html)] }, { accessibility });
  checkClaims(book, { file, place: { line: 3, column: 1 } });
  return file.messages.map(({ reason }) => reason);
}

const faulty = '<img src="a" alt=""><img src="b" alt=""><h2>a</h2><h4>b</h4>';

it('denies a conformance that pictures or headings deny', () => {
  expect(reasons(faulty)).toEqual([
    'The book is said to conform to EPUB Accessibility 1.1 - WCAG 2.0 Level A, but 2 images have no description and 1 heading skips a level',
  ]);
  expect(reasons('<img src="a" alt="A"><h2>a</h2>')).toEqual([]);
});

it('judges nothing where nothing is claimed', () => {
  expect(reasons(faulty, false)).toEqual([]);
});
