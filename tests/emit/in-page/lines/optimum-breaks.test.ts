import { describe, expect, test } from 'vitest';
import { piecesOf } from '../../../builders/pieces.ts';
import { still } from '../../../builders/letter-spacing.ts';
import { countedBreaks, optimumBreaks } from '../../../../src/emit/in-page/lines/optimum-breaks.ts';
import type { LetterSpacing } from '../../../../src/emit/in-page/lines/letter-spacing.ts';

/** Spaces of a fifth of an em, letters that stay where they are. */
const face = { space: 0.2, letters: still };

function lines(
  text: string,
  measure: number,
  rest: { indent?: number; runt?: number; forbidden?: number[]; letters?: LetterSpacing } = {},
) {
  const pieces = piecesOf(text).pieces;
  const { indent = 0, runt = 0, forbidden = [], letters = face.letters } = rest;
  const breaks = optimumBreaks({ ...face, letters, pieces, indent, runt }, measure, new Set(forbidden));
  let from = 0;
  return breaks?.map((to) => {
    const line = pieces.slice(from, to + 1);
    from = to + 1;
    const joined = line.map((piece) => piece.text + (piece.end === 'space' ? ' ' : '')).join('');
    return line.at(-1)?.end === 'hyphen' ? `${joined}-` : joined.trimEnd();
  });
}

describe('optimumBreaks', () => {
  test('evens out the lines of a paragraph, where filling one after the other would not', () => {
    // Filled one after the other, the first two would be "aa bb cc" and "ccccc".
    expect(lines('aa bb cc ccccc dddddddd ee', 85)).toEqual(['aa bb', 'cc ccccc', 'dddddddd', 'ee']);
    expect(lines('aa bb cc dd ee ff gggg hhh iii', 106)).toEqual(['aa bb cc dd', 'ee ff gggg', 'hhh iii']);
  });

  test('narrows spaces rather than widening them much', () => {
    expect(lines('aaa bbb ccc ddd eee fff', 98)?.[0]).toBe('aaa bbb ccc');
  });

  test('takes the indent from the first line alone', () => {
    expect(lines('aaa bbb ccc ddd', 66, { indent: 20 })).toEqual(['aaa', 'bbb ccc', 'ddd']);
  });

  test('divides words only where the lines would otherwise be loose, and not where it is forbidden', () => {
    expect(lines('aaaa bb|bbbb ccc ddd', 70)?.[0]).toBe('aaaa bb-');
    expect(lines('aaaa bb|bbbb ccc ddd', 70, { forbidden: [1] })?.[0]).toBe('aaaa');
    expect(lines('aaaa bbb ccc|ccc ddd', 76)?.[0]).toBe('aaaa bbb');
  });

  test('ends no more than two lines in succession with a hyphen', () => {
    // Each line would be exactly full with a part of the next word in it, three times in succession.
    const set = lines(`${'aa|aa|aa|aa '.repeat(8)}aaa`, 109) ?? [];
    const runs = set
      .map((line) => (line.endsWith('-') ? '-' : ' '))
      .join('')
      .match(/-+/g);
    expect(
      runs?.map(({ length }) => length),
      set.join(' / '),
    ).toContain(2);
    expect(Math.max(...(runs ?? []).map(({ length }) => length)), set.join(' / ')).toBe(2);
  });

  test('counts hyphens of words that are left out among them', () => {
    const set = lines(`${'aa|aa|aa|aa aa- '.repeat(8)}aaa`, 109) ?? [];
    expect(set.filter((line) => line.endsWith('-')).length).toBeGreaterThan(2);
    expect(set.map((line) => (line.endsWith('-') ? '-' : ' ')).join('')).not.toContain('---');
  });

  test('ends with no short last line where it can be helped', () => {
    const text = 'a '.repeat(13).trim();
    expect(lines(text, 172)?.at(-1)).toBe('a');
    expect(lines(text, 172, { runt: 20 })?.at(-1)).toBe('a a');
    // Not at any price.
    expect(lines('aaa bbb ccc d', 109, { runt: 20 })?.at(-1)).toBe('d');
  });

  test('sets letters closer where lines would be torn otherwise, and not the last one', () => {
    const letters = { ...still, narrowest: 0.6, closest: 1 };
    // Three words are 96 wide with the narrowest spaces there are.
    expect(lines('aaa bbb ccc dddddddd', 91)?.[0]).not.toBe('aaa bbb ccc');
    expect(lines('aaa bbb ccc dddddddd', 91, { letters })?.[0]).toBe('aaa bbb ccc');
    expect(lines('aaa bbb ccc', 91, { letters })?.length).toBe(2);
  });

  test('divides no word where letters fill the line without', () => {
    const text = 'aaa b bb|bbbb c ddd';
    expect(lines(text, 74)?.[0]).toBe('aaa b bb-');
    const letters = { ...still, wide: 1.2, apart: 6, farthest: 6, step: 0.1 };
    expect(lines(text, 74, { letters })).toEqual(['aaa b', 'bbbbbb c', 'ddd']);
  });

  test('gives up where a piece is wider than the line', () => {
    expect(lines('aaa bbbbbbbbbb c', 80)).toBeUndefined();
  });
});

describe('countedBreaks', () => {
  // Words of 20 and spaces of 5: three of them, or four, fill lines of 75 to 110 with spaces that may be.
  const material = { ...face, ...piecesOf('aa bb cc dd ee ff gg hh ii jj kk ll'), indent: 0, runt: 20 };
  const ways = countedBreaks(material, 78, new Set(), [3, 5]);

  test('finds the best way to each number of lines', () => {
    expect([...ways.keys()]).toEqual([4]);
    expect(ways.get(4)?.breaks).toEqual([2, 5, 8, 11]);
  });

  test('tells how much worse the text looks with a line more', () => {
    // Seven words fill a line with spaces as they should be, six of them with wide ones.
    const short = {
      ...face,
      ...piecesOf(Array.from({ length: 42 }, () => 'a').join(' ')),
      indent: 0,
      runt: 20,
    };
    expect(optimumBreaks(short, 100, new Set())).toHaveLength(6);
    const looks = countedBreaks(short, 100, new Set(), [5, 7]);
    expect([...looks.keys()]).toEqual([6, 7]);
    expect(looks.get(7)?.breaks).toHaveLength(7);
    expect(looks.get(7)?.demerits).toBeGreaterThan(looks.get(6)?.demerits ?? Infinity);
  });

  test('finds lines more and fewer of a text over pages', () => {
    const words = Array.from({ length: 3000 }, (_, index) =>
      'aaa|a|aaaaa'.slice(0, 1 + (((index * 7919) % 101) % 11)),
    );
    const long = {
      ...face,
      ...piecesOf(words.map((word) => word.replace(/\|$/, '')).join(' ')),
      indent: 0,
      runt: 20,
    };
    const usual = optimumBreaks(long, 600, new Set())?.length ?? 0;
    const looks = countedBreaks(long, 600, new Set(), [usual - 1, usual + 1]);
    expect(usual).toBeGreaterThan(200);
    expect([...looks.keys()].toSorted((a, b) => a - b)).toEqual([usual - 1, usual, usual + 1]);
    for (const [count, { breaks }] of looks) expect(breaks).toHaveLength(count);
  });

  test('knows none where the text is much too short or too long', () => {
    expect(countedBreaks(material, 120, new Set(), [2, 2]).size).toBe(0);
    expect(countedBreaks(material, 120, new Set(), [12, 12]).size).toBe(0);
  });
});
