import { describe, expect, test } from 'vitest';
import { lineEdits } from '../../../../src/emit/in-page/lines/line-edits.ts';
import type { Piece } from '../../../../src/emit/in-page/lines/piece.ts';

/** Characters are 10 wide, spaces 5, hyphens 4; `|` is a place for one. */
function piecesOf(text: string): Piece[] {
  const parts = text.split(/(?<=[ |])/);
  let at = 0;
  return parts.map((part, index): Piece => {
    const letters = part.replace(/[ |]$/, '');
    const start = at;
    const stop = start + letters.length;
    at = stop + (part.endsWith(' ') ? 1 : 0);
    return {
      text: letters,
      width: 10 * letters.length,
      space: part.endsWith(' ') ? 5 : 0,
      hyphen: 4,
      end: part.endsWith('|') ? 'hyphen' : 'space',
      start,
      stop: index === parts.length - 1 ? at : stop,
    };
  });
}

const edited = (text: string, setWidth: number, breaks: number[]) =>
  lineEdits({ pieces: piecesOf(text), indent: 0, setWidth, breaks });

describe('lineEdits', () => {
  test('leaves a paragraph to Chrome that it would set no otherwise', () => {
    expect(edited('aaa bbb ccc ddd', 70, [1, 3])).toEqual({ spacing: 0, edits: [] });
  });

  test('narrows the spaces of all lines as the fullest asks for, those of the last line excepted', () => {
    const { spacing, edits } = edited('aaa bbb ccc', 64.3, [1, 2]);
    expect(spacing).toBeCloseTo(-1, 9);
    expect(edits).toEqual([{ at: 8, until: 11, spacing: 0 }]);
  });

  test('puts a soft hyphen where a line ends in one', () => {
    const { edits } = edited('aaa bbb|bbb ccc', 72, [1, 3]);
    expect(edits).toContainEqual({ at: 7 });
  });

  test('keeps together what Chrome would still fit into the line before', () => {
    // "aa bb" leaves room for "c" and no more.
    const { edits } = edited('aa bb c dddd', 62, [1, 3]);
    expect(edits).toEqual([{ at: 6, until: 12, together: true }]);
  });
});
