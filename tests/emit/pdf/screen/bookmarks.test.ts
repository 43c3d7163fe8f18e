import { describe, expect, test } from 'vitest';
import type { Heading } from '../../../../src/book/book.ts';
import { bookmarksOf, type Bookmark } from '../../../../src/emit/pdf/screen/bookmarks.ts';
import { makeBook } from '../../../builders/book.ts';
import { makeSection } from '../../../builders/hast-book.ts';

/** The outline as indented lines. */
function lines(bookmarks: ReadonlyArray<Bookmark>, indent = ''): string[] {
  return bookmarks.flatMap(({ id, title, children }) => [
    `${indent}${id}: ${title}`,
    ...lines(children, `${indent}  `),
  ]);
}

function headings(...list: Array<[Heading['depth'], string]>): Heading[] {
  return list.map(([depth, id]) => ({ depth, id, text: id.toUpperCase() }));
}

describe('bookmarksOf', () => {
  test('nests headings below their chapters down to depth 3', () => {
    const one = makeSection('one', '', {
      title: 'Loomings',
      headings: headings([2, 'a'], [3, 'b'], [4, 'c'], [3, 'd'], [2, 'e']),
    });
    expect(lines(bookmarksOf(makeBook({ body: [one] })))).toEqual([
      'one: Loomings',
      '  a: A',
      '    b: B',
      '    d: D',
      '  e: E',
    ]);
  });

  test('lists a heading of depth 3 without one above it below its chapter', () => {
    const one = makeSection('one', '', { headings: headings([3, 'a'], [2, 'b']) });
    expect(lines(bookmarksOf(makeBook({ body: [one] })))).toEqual(['one: one', '  a: A', '  b: B']);
  });

  test('puts chapters into their part, behind its own headings', () => {
    const book = makeBook({
      front: [makeSection('preface', '', { role: 'preface', title: 'Preface' })],
      body: [
        makeSection('part', '', {
          role: 'part',
          title: 'The Sea',
          number: 'I',
          headings: headings([2, 'a']),
        }),
        makeSection('one', '', { part: 'part', title: 'One', number: '1' }),
        makeSection('two', '', { part: 'part', title: 'Two', number: '2' }),
        makeSection('end', '', { role: 'epilogue', title: 'Epilogue' }),
      ],
    });
    expect(lines(bookmarksOf(book))).toEqual([
      'preface: Preface',
      'part: I The Sea',
      '  a: A',
      '  one: 1 One',
      '  two: 2 Two',
      'end: Epilogue',
    ]);
  });

  test('leaves out pages without a title, save the copyright page', () => {
    const book = makeBook({
      front: [
        makeSection('title', '', { role: 'titlepage', title: 'Title page' }),
        makeSection('rights', '', { role: 'copyright-page', title: 'Copyright' }),
        makeSection('for', '', { role: 'dedication', title: 'Dedication' }),
        makeSection('motto', '', { role: 'epigraph', title: 'Motto', toc: true }),
        makeSection('contents', '', { role: 'toc', title: 'Contents', toc: false }),
      ],
    });
    expect(bookmarksOf(book).map(({ id }) => id)).toEqual(['rights', 'motto', 'contents']);
  });
});
