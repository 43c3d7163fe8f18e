import { describe, expect, test } from 'vitest';
import { listedSpans, type Span } from '../../../../src/emit/in-page/index/spans.ts';

/** `3`, `3-5` for a passage, `3!` for a principal place, `3n2` in a note; pages up to 2 are roman. */
function listed(written: string): string {
  const spans = written.split(' ').map((each): Span => {
    const [, first, last = first, note = '', main] = /^(\d+)(?:-(\d+))?(?:n(\d+))?(!?)$/.exec(each) ?? [];
    return { first: Number(first), last: Number(last), note, main: main === '!' };
  });
  return listedSpans(spans, (page) => page <= 2)
    .map(({ first, last, note, main }) => {
      const pages = first === last ? `${first}` : `${first}-${last}`;
      return `${pages}${note && `n${note}`}${main ? '!' : ''}`;
    })
    .join(' ');
}

describe('listedSpans', () => {
  test('names each place once, as principal where it is so anywhere on the page', () => {
    expect(listed('3 3 5 5! 7! 7')).toBe('3 5! 7!');
    expect(listed('3 3n1 3n1 3n2')).toBe('3 3n1 3n2');
  });

  test('joins three pages in succession, and not two', () => {
    expect(listed('3 4 6 7 8 9')).toBe('3 4 6-9');
  });

  test('joins no roman pages with others, no notes and no principal places', () => {
    expect(listed('1 2 3 4')).toBe('1 2 3 4');
    expect(listed('0 1 2 3')).toBe('0-2 3');
    expect(listed('3 4n1 5 6! 7')).toBe('3 4n1 5 6! 7');
  });

  test('leaves out pages inside a passage, but not notes and principal places', () => {
    expect(listed('3-6 4 5n1 6! 7')).toBe('3-6 5n1 6! 7');
  });
});
