import { movedBy, takenInChosen, type LetterSpacing } from './letter-spacing.ts';
import type { Piece } from './piece.ts';
import type { ExactWidth } from './pieces.ts';

/** A paragraph divided into lines. Lengths in CSS pixels. */
export interface BrokenText {
  readonly pieces: ReadonlyArray<Piece>;
  /** Where each begins in the text of the paragraph. */
  readonly starts: ReadonlyArray<number>;
  readonly indent: number;
  /** How wide its lines are. */
  readonly setWidth: number;
  /** Indices of the pieces that end lines, the last one included. */
  readonly breaks: ReadonlyArray<number>;
  readonly letters: LetterSpacing;
  /** Differences between measured and laid out widths that are to be reckoned with. */
  readonly slack: number;
  readonly exactWidth: ExactWidth;
}

/** By so much, in pixels, a line may be wider than its words are, one by one: letters stand nearer to spaces, or are joined. */
const mostBeside = 2;

/** What is to be added to the spaces of the paragraph, never more than nothing, and of its last line. */
export function spacingOf(text: BrokenText): { readonly all: number; readonly last: number } {
  let begin = 0;
  const lines = text.breaks.map((end) => {
    const line = { begin, end, ...spareOf(text, begin, end) };
    const letters = end === text.breaks.at(-1) ? 0 : lettersIn(text.letters, line);
    begin = end + 1;
    return { ...line, spare: line.spare - letters * line.characters, taken: letters * line.characters };
  });
  const narrowest = leastOf(lines.map(fillingOf));
  const fillings = lines.map((line) => {
    const isNear = line.spare - narrowest * line.count < mostBeside;
    return fillingOf(isNear ? exactly(text, line) : line);
  });
  return { all: leastOf(fillings), last: Math.min(0, fillings.at(-1) ?? 0) };
}

/** The least of numbers, of which there may be more than a call can have arguments; never more than nothing. */
function leastOf(numbers: ReadonlyArray<number>): number {
  return numbers.reduce((least, each) => Math.min(least, each), 0);
}

/** By how much the spaces of a line must become wider to fill the measure, if it has any. */
function fillingOf({ spare, count }: Spare): number {
  return count > 0 ? spare / count : 0;
}

/** What a line leaves to fill beyond its spaces, and what there is to fill it. */
interface Spare {
  readonly spare: number;
  /** Width of its spaces as the face has them. */
  readonly spaces: number;
  /** How many spaces it has. */
  readonly count: number;
  /** How many characters, spaces among them. */
  readonly characters: number;
}

/** A line, of which letters have taken what they take. */
interface Line extends Spare {
  readonly begin: number;
  readonly end: number;
  readonly taken: number;
}

/** The same line measured as a whole. */
function exactly(text: BrokenText, line: Line): Line {
  const { pieces, indent, setWidth, slack, exactWidth } = text;
  const last = pieces[line.end];
  const width = exactWidth(startOf(text, line.begin), stopOf(text, line.end));
  if (width === undefined || last === undefined) return line;
  const beside = (line.begin === 0 ? indent : 0) + (last.end === 'hyphen' ? last.hyphen : 0);
  return { ...line, spare: setWidth - slack - beside - width - line.taken };
}

/** Where a piece begins in the text of its paragraph. */
export function startOf({ starts }: Pick<BrokenText, 'starts'>, index: number): number {
  return starts[index] ?? 0;
}

/** Where a piece stops in the text of its paragraph. */
export function stopOf({ starts, pieces }: Pick<BrokenText, 'starts' | 'pieces'>, index: number): number {
  return (starts[index] ?? 0) + (pieces[index]?.text.length ?? 0);
}

/** By how much each character of a line is set apart from the next, or closer where it is less than 0. */
export function lettersOf(text: BrokenText, begin: number, end: number): number {
  return lettersIn(text.letters, spareOf(text, begin, end));
}

function lettersIn(letters: LetterSpacing, { spare, spaces, count, characters }: Spare): number {
  return count === 0 ? 0 : movedBy(letters, takenInChosen(letters, spare, spaces, characters), characters);
}

/** How wide the spaces of the loosest line are, by what the face has; the last line apart. */
export function loosestSpaces(text: BrokenText): number {
  let loosest = 1;
  let begin = 0;
  for (const end of text.breaks.slice(0, -1)) {
    const line = spareOf(text, begin, end);
    const taken = lettersIn(text.letters, line) * line.characters;
    loosest = Math.max(loosest, 1 + (line.spare - taken) / line.spaces);
    begin = end + 1;
  }
  return loosest;
}

function spareOf({ pieces, indent, setWidth, slack }: BrokenText, begin: number, end: number): Spare {
  let width = begin === 0 ? indent : 0;
  let [spaces, count, characters] = [0, 0, 0];
  for (let at = begin; at <= end; at++) {
    const piece = pieces[at];
    if (piece === undefined) continue;
    width += piece.width;
    characters += piece.characters;
    if (at === end) width += piece.end === 'hyphen' ? piece.hyphen : 0;
    else if (piece.end === 'space') {
      spaces += piece.space;
      count++;
      characters++;
    }
  }
  return { spare: setWidth - slack - width - spaces, spaces, count, characters };
}
