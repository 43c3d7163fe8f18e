import { describe, expect, it } from 'vitest';
import type { ChapterPrint } from '../../src/preview/chapter/chapter-printer.ts';
import { withChapter } from '../../src/preview/composed-pages.ts';
import type { PrintFacts } from '../../src/preview/protocol.ts';

const block = { top: 0, bottom: 1, from: 0, to: 1, line: 1, lastLine: 1 };

/** A print whose sections begin on some pages; empty pages are marked with a minus. */
function print(pages: string, starts: Readonly<Record<string, number>>): PrintFacts {
  const sections = Object.entries(starts).map(([id, page]) => ({ id, page }));
  return {
    pages: Array.from(pages, (label, page) => ({
      label,
      blank: label === '-',
      file: 'whole',
      number: page + 1,
    })),
    geometry: {
      sheet: { width: 1, height: 1 },
      trim: { width: 1, height: 1 },
      bleed: 0,
      margins: { top: 0, bottom: 0, inside: 0, outside: 0 },
    },
    contents: sections.map(({ id, page }) => ({ id, title: id, page, children: [] })),
    sections,
    blocks: sections.map(({ id, page }) => ({ ...block, page, file: id })),
  };
}

function chapter(id: string, count: number, isBeforeRight = false, before = 0): ChapterPrint {
  return {
    id,
    pdf: new Uint8Array(),
    before,
    pages: Array.from({ length: count }, () => ({ label: id, blank: false })),
    anchors: new Map(),
    blocks: [{ ...block, page: 0, file: id, line: 9 }],
    isBeforeRight,
  };
}

function shown({ pages }: PrintFacts): string {
  return pages.map(({ label, blank }) => (blank ? '-' : label)).join('');
}

describe('a print with a chapter that was printed later', () => {
  const facts = print('aabbbc', { a: 0, b: 2, c: 5 });

  it('has its pages in the place of those before, and all else moves', () => {
    const longer = withChapter(facts, chapter('b', 5), 'later');
    expect(shown(longer)).toBe('aabbbbbc');
    expect(longer.sections).toEqual([
      { id: 'a', page: 0 },
      { id: 'b', page: 2 },
      { id: 'c', page: 7 },
    ]);
    expect(longer.contents.map(({ page }) => page)).toEqual([0, 2, 7]);
    expect(longer.blocks.map(({ file, page, line }) => [file, page, line])).toEqual([
      ['a', 0, 1],
      ['b', 2, 9],
      ['c', 7, 1],
    ]);
    expect(longer.pages.map(({ file }) => file).join(' ')).toBe(
      'whole whole later later later later later whole',
    );
    expect(shown(withChapter(facts, chapter('b', 1), 'later'))).toBe('aabc');
  });

  it('counts the pages of its file from behind the one that only gives it its side', () => {
    const { pages } = withChapter(facts, chapter('b', 2, false, 1), 'later');
    expect(pages.slice(2, 4).map(({ number }) => number)).toEqual([2, 3]);
  });

  it('has an empty page where what follows must begin on the right', () => {
    const openings = print('aabb', { a: 0, b: 2 });
    expect(shown(withChapter(openings, chapter('a', 3, true), 'later'))).toBe('aaa-bb');
    expect(shown(withChapter(openings, chapter('a', 4, true), 'later'))).toBe('aaaabb');
    expect(shown(withChapter(print('a-bb', { a: 0, b: 2 }), chapter('a', 2, true), 'later'))).toBe('aabb');
  });

  it('keeps the empty pages at the end of the book', () => {
    expect(shown(withChapter(print('aab-', { a: 0, b: 2 }), chapter('b', 2), 'later'))).toBe('aabb-');
  });

  it('is as it was where it has no such chapter, or not on pages of its own', () => {
    expect(withChapter(facts, chapter('x', 1), 'later')).toBe(facts);
    const together = print('ac', { a: 0, b: 1, c: 1 });
    expect(withChapter(together, chapter('b', 1), 'later')).toBe(together);
  });
});
