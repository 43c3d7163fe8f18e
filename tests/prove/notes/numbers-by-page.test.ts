import { expect, test } from 'vitest';
import type { ExpectedNote } from '../../../src/prove/notes/expected-notes.ts';
import { numbersByPage } from '../../../src/prove/notes/numbers-by-page.ts';
import type { PdfFile } from '../../../src/prove/notes/pdf-file.ts';

function note(id: string, place: readonly ['numbered' | 'marked', number], number: string): ExpectedNote {
  const citations = [`${id}-mark`, `${id}-again`].map((anchor) => ({ anchor, number, file: 'a.md' }));
  return {
    id,
    label: id,
    file: 'a.md',
    number,
    atFoot: true,
    place,
    citations,
    passages: [],
    inside: new Set(),
  };
}

/** A PDF of which only the places of notes and marks are known. */
function pdfWith(pages: Readonly<Record<string, number>>): PdfFile {
  const destinations = new Map(Object.entries(pages).map(([id, page]) => [id, { page, y: 100 }]));
  return { destinations, pages: 3, page: () => ({ links: [], runs: [] }) };
}

test('notes count anew on each page, and each series for itself', () => {
  const expected = [
    note('a', ['numbered', 1], '1'),
    note('b', ['numbered', 2], '2'),
    note('c', ['numbered', 3], '3'),
    note('x', ['marked', 1], '*'),
    note('y', ['marked', 2], '†'),
  ];
  const pdf = pdfWith({ a: 0, b: 1, c: 1, x: 0, y: 1, 'a-mark': 0, 'b-mark': 1, 'b-again': 2 });
  const numbered = numbersByPage(pdf, expected);
  expect(numbered.map(({ id, number }) => `${id} ${number}`)).toEqual(['a 1', 'b 1', 'c 2', 'x *', 'y *']);
  expect(numbered[1]?.citations).toEqual([
    { anchor: 'b-mark', number: '1', file: 'a.md' },
    { anchor: 'b-again', number: '1', file: 'a.md', namesPage: true },
  ]);
});

test('notes that do not count by page keep their numbers', () => {
  const { place: _, ...other } = note('a', ['numbered', 3], '3');
  expect(numbersByPage(pdfWith({ a: 0 }), [other])).toEqual([other]);
});
