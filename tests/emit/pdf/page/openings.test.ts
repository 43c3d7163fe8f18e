import { describe, expect, it } from 'vitest';
import type { Section, Book, Hast } from '../../../../src/book/book.ts';
import type { PrintSettings } from '../../../../src/book/metadata.ts';
import { geometryOf } from '../../../../src/emit/pdf/page/geometry.ts';
import { openingsOnTheRight } from '../../../../src/emit/pdf/page/openings.ts';
import { makeBook } from '../../../builders/book.ts';
import { makePrint, makeSection } from '../../../builders/hast-book.ts';

/** A chapter of about so many pages. */
function chapter(id: string, pages: number): Section<Hast> {
  return makeSection(id, `<p>${'Words. '.repeat(330 * pages)}</p>`);
}

function bookOf(openings: PrintSettings['openings'], pages: number): Book<Hast> {
  const front = (['titlepage', 'copyright-page', 'epigraph', 'toc', 'loi', 'lot', 'preface'] as const).map(
    (role) => makeSection(role, '<p>Words</p>', { role }),
  );
  const part = makeSection('part', '', { role: 'part' });
  const body = [
    chapter('one', pages),
    chapter('two', pages),
    part,
    chapter('three', 1),
    chapter('four', pages),
  ];
  return makeBook(
    { front, body, back: [makeSection('afterword', '<p>Words</p>', { role: 'afterword' })] },
    makePrint({ openings }),
  );
}

/** The sections that open on the right, by id. */
function rightOf(openings: PrintSettings['openings'], pages: number): string[] {
  const book = bookOf(openings, pages);
  const right = openingsOnTheRight(book, geometryOf(book.metadata.print));
  return [...book.front, ...book.body, ...book.back].filter((_, index) => right[index]).map(({ id }) => id);
}

describe('sections open on the right', () => {
  const displayed = ['titlepage', 'epigraph', 'toc'];
  const needed = ['one', 'part', 'three'];

  it('where they must, if chapters are short', () => {
    expect(rightOf('auto', 4)).toEqual([...displayed, ...needed]);
  });

  it.each([
    ['auto', 20],
    ['right', 4],
  ] as const)('all but the back of the title and a second list, with %s and %i pages', (openings, pages) => {
    const text = ['one', 'two', 'part', 'three', 'four', 'afterword'];
    expect(rightOf(openings, pages)).toEqual([...displayed, 'loi', 'preface', ...text]);
  });

  it('before the text, where chapters open anywhere', () => {
    expect(rightOf('any', 20)).toEqual([...displayed, 'loi', 'preface', ...needed]);
  });

  /** Whether the second of some chapters does. */
  function secondOf(
    lengths: ReadonlyArray<number>,
    authors: ReadonlyArray<string> = [],
  ): boolean | undefined {
    const body = lengths.map((pages, index) => ({
      ...chapter(`chapter-${index}`, pages),
      ...(authors[index] !== undefined && { author: authors[index] }),
    }));
    const book = makeBook({ body }, makePrint({ openings: 'auto' }));
    return openingsOnTheRight(book, geometryOf(book.metadata.print))[1];
  }

  it('where most are long, and not where a few long ones stand among many short ones', () => {
    expect(secondOf([12, 12, 12, 12, 3])).toBe(true);
    expect(secondOf([60, 60, 2, 2, 2, 2, 2])).toBe(false);
  });

  it('where they are essays of several authors', () => {
    expect(secondOf([6, 7, 6])).toBe(false);
    expect(secondOf([6, 7, 6], ['Ada', 'Ada', 'Ada'])).toBe(false);
    expect(secondOf([6, 7, 6], ['Ada', 'Grace', 'Emmy'])).toBe(true);
    expect(secondOf([2, 3, 2], ['Ada', 'Grace', 'Emmy'])).toBe(false);
  });
});
