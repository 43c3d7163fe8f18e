import type { Piece } from './piece.ts';

/** A paragraph divided into lines. Lengths in CSS pixels. */
export interface BrokenText {
  readonly pieces: ReadonlyArray<Piece>;
  readonly indent: number;
  /** How wide its lines are. */
  readonly setWidth: number;
  /** Indices of the pieces that end lines, the last one included. */
  readonly breaks: ReadonlyArray<number>;
}

/** Differences between measured and laid out widths that are to be reckoned with, in pixels. */
export const slack = 0.3;

/** What is to be added to the spaces of the paragraph, never more than nothing, and of its last line. */
export function spacingOf(text: BrokenText): { readonly all: number; readonly last: number } {
  let all = 0;
  let last = 0;
  let begin = 0;
  for (const end of text.breaks) {
    last = Math.min(0, fillingOf(text, begin, end) ?? 0);
    all = Math.min(all, last);
    begin = end + 1;
  }
  return { all, last };
}

/** How much wider the spaces of a line must be to fill the measure; undefined where it has none. */
function fillingOf({ pieces, indent, setWidth }: BrokenText, begin: number, end: number): number | undefined {
  let width = begin === 0 ? indent : 0;
  let spaces = 0;
  for (let at = begin; at <= end; at++) {
    const piece = pieces[at];
    if (piece === undefined) continue;
    width += piece.width;
    if (at === end) width += piece.end === 'hyphen' ? piece.hyphen : 0;
    else if (piece.end === 'space') {
      width += piece.space;
      spaces++;
    }
  }
  return spaces > 0 ? (setWidth - slack - width) / spaces : undefined;
}
