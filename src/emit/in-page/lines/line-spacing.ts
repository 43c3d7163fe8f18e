import { fewestSteps, takenByLetters, type LetterSpacing } from './letter-spacing.ts';
import type { Piece } from './piece.ts';

/** A paragraph divided into lines. Lengths in CSS pixels. */
export interface BrokenText {
  readonly pieces: ReadonlyArray<Piece>;
  readonly indent: number;
  /** How wide its lines are. */
  readonly setWidth: number;
  /** Indices of the pieces that end lines, the last one included. */
  readonly breaks: ReadonlyArray<number>;
  readonly letters: LetterSpacing;
  /** Differences between measured and laid out widths that are to be reckoned with. */
  readonly slack: number;
}

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
function fillingOf(text: BrokenText, begin: number, end: number): number | undefined {
  const { spare, count } = spareOf(text, begin, end);
  return count > 0 ? spare / count : undefined;
}

/** By how much each character of a line is set apart from the next; 0 where spaces alone fill it well. */
export function lettersOf(text: BrokenText, begin: number, end: number): number {
  const { spare, spaces, count, characters } = spareOf(text, begin, end);
  if (count === 0) return 0;
  const each = takenByLetters(text.letters, spare, spaces, characters) / characters;
  const steps = Math.round(each / text.letters.step);
  return steps < fewestSteps ? 0 : steps * text.letters.step;
}

/** How wide the spaces of the loosest line are, by what the face has; the last line apart. */
export function loosestSpaces(text: BrokenText): number {
  let loosest = 1;
  let begin = 0;
  for (const end of text.breaks.slice(0, -1)) {
    const { spare, spaces, characters } = spareOf(text, begin, end);
    loosest = Math.max(loosest, 1 + (spare - lettersOf(text, begin, end) * characters) / spaces);
    begin = end + 1;
  }
  return loosest;
}

/** What a line leaves to fill beyond its spaces as the face has them, and what it has of these and of characters. */
function spareOf(
  { pieces, indent, setWidth, slack }: BrokenText,
  begin: number,
  end: number,
): { readonly spare: number; readonly spaces: number; readonly count: number; readonly characters: number } {
  let width = begin === 0 ? indent : 0;
  let [spaces, count, characters] = [0, 0, 0];
  for (let at = begin; at <= end; at++) {
    const piece = pieces[at];
    if (piece === undefined) continue;
    width += piece.width;
    characters += piece.text.length;
    if (at === end) width += piece.end === 'hyphen' ? piece.hyphen : 0;
    else if (piece.end === 'space') {
      spaces += piece.space;
      count++;
      characters++;
    }
  }
  return { spare: setWidth - slack - width - spaces, spaces, count, characters };
}
