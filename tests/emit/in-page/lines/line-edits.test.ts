import { describe, expect, test } from 'vitest';
import { piecesOf } from '../../../builders/pieces.ts';
import { still } from '../../../builders/letter-spacing.ts';
import { lineEdits } from '../../../../src/emit/in-page/lines/line-edits.ts';
import type { BrokenText } from '../../../../src/emit/in-page/lines/line-spacing.ts';

const face = { runt: 0, space: 0.25, letters: still };

const edited = (text: string, setWidth: number, breaks: number[], rest: Partial<BrokenText> = {}) =>
  lineEdits({
    ...face,
    ...piecesOf(text),
    indent: 0,
    setWidth,
    breaks,
    slack: 0.3,
    exactWidth: () => undefined,
    ...rest,
  });

describe('lineEdits', () => {
  test('leaves a paragraph to Chrome that it would set no otherwise', () => {
    expect(edited('aaa bbb ccc ddd', 70, [1, 3])).toEqual({ spacing: 0, edits: [] });
  });

  test('narrows the spaces of all lines as the fullest asks for, those of the last line excepted', () => {
    const { spacing, edits } = edited('aaa bbb ccc', 64.3, [1, 2]);
    expect(spacing).toBeCloseTo(-1, 9);
    expect(edits).toEqual([{ at: 8, until: 11, spacing: 0 }]);
  });

  test('takes paragraphs of any length', () => {
    const count = 200_000;
    const breaks = Array.from({ length: count }, (_, index) => 2 * index + 1);
    expect(edited('aaa bbb '.repeat(count).trim(), 66, breaks).spacing).toBe(0);
  });

  test('puts a soft hyphen where a line ends in one', () => {
    const { edits } = edited('aaa bbb|bbb ccc', 72, [1, 3]);
    expect(edits).toContainEqual({ at: 7 });
  });

  test('narrows the spaces as a line measured as a whole asks for', () => {
    // Its words alone are 65 wide.
    const { spacing } = edited('aaa bbb ccc', 66, [1, 2], { exactWidth: () => 66.7 });
    expect(spacing).toBeCloseTo(-1, 9);
    expect(edited('aaa bbb ccc', 66, [1, 2]).spacing).toBe(0);
  });

  test('sets the letters of a loose line apart, up to the most they may', () => {
    const letters = { ...still, wide: 1.2, apart: 1, farthest: 1, step: 0.1 };
    // The first line has 7 characters and is to be widened by 11.7, of which its space takes 1.
    const loose = edited('aaa bbb ccccccc d', 77, [1, 3], { letters });
    expect(loose.edits[0]).toEqual({ at: 0, until: 7, letters: 1 });
    const less = edited('aaa bbb ccccccc d', 71, [1, 3], { letters });
    expect(less.edits[0]?.letters).toBeCloseTo(0.7, 9);
    expect(edited('aaa bbb ccccccc d', 67, [1, 3], { letters }).edits).toEqual([]);
  });

  test('sets the letters of a tight line closer, by no less than it needs', () => {
    const letters = { ...still, narrowest: 0.6, closest: 1, step: 0.1 };
    // Eleven characters are 6.02 too wide with the narrowest spaces.
    const { edits, spacing } = edited('aaa bbb ccc ddd', 90.28, [2, 3], { letters });
    expect(edits[0]?.letters).toBeCloseTo(-0.7, 9);
    expect(spacing).toBeCloseTo(-1.16, 2);
    expect(edited('aaa bbb ccc ddd', 97, [2, 3], { letters }).edits).toEqual([
      { at: 12, until: 15, spacing: 0 },
    ]);
  });

  test('ends a line without a hyphen where Chrome would not end it', () => {
    const pieces = piecesOf('aaa bbb|bbb ccc').pieces.map((piece) =>
      piece.end === 'hyphen' ? { ...piece, end: 'told' as const } : piece,
    );
    expect(edited('aaa bbb|bbb ccc', 72, [1, 3], { pieces }).edits).toContainEqual({ at: 7, isBare: true });
  });

  test('keeps together what Chrome would still fit into the line before', () => {
    // "aa bb" leaves room for "c" and no more.
    const { edits } = edited('aa bb c dddd', 62, [1, 3]);
    expect(edits).toEqual([{ at: 6, until: 12, together: true }]);
  });
});
