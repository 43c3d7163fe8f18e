import type { Hyphenation } from '../../pdf/page/pagination-script.ts';
import { cutsOf, type Cut } from './cuts.ts';
import type { Paragraph } from './paragraphs.ts';
import type { Piece } from './piece.ts';
import type { Run } from './runs.ts';
import { partsOf, runIndexAt, wholeText, type WholeText } from './whole-text.ts';
import { seen, wordWidths, type TextWidth } from './word-widths.ts';

/** A paragraph cut into what stays together in a line. */
export interface CutText {
  readonly pieces: Piece[];
  readonly exactWidth: ExactWidth;
}

/**
 * The width of a stretch of a paragraph measured as a whole, as it is without a line's end in it; undefined where it
 * has figures, which are measured apart.
 */
export type ExactWidth = (start: number, stop: number) => number | undefined;

/** What cuts a paragraph. */
export type CutParagraph = (
  paragraph: Pick<Paragraph, 'runs' | 'face'>,
  textOf: (node: Text) => string,
) => CutText;

/** What is the same for all words of a run. */
interface Look {
  /** The cuts of words that lie in it whole, if they are always the same. */
  readonly cuts: Map<string, Cut[]> | undefined;
  readonly space: number;
  readonly hyphen: number;
}

/**
 * A cutter that remembers how it cut each word.
 *
 * @param measure what measures a text as a whole
 */
export function paragraphCutter(measure: TextWidth, hyphenation: Hyphenation): CutParagraph {
  const textWidth = wordWidths(measure);
  const known = new Map<string, Map<string, Cut[]>>();
  const lookOf = (run: Run): Look => ({
    cuts: run.points.length > 0 ? undefined : cutsIn(known, run),
    space: textWidth(' ', run.face),
    hyphen: textWidth('\u2010', run.face),
  });
  return ({ runs, face }, textOf) => {
    const whole = wholeText(runs, textOf);
    const looks = whole.runs.map(lookOf);
    const usual = textWidth(' ', face);
    const pieces: Piece[] = [];
    let run = 0;
    const words = [...whole.text.matchAll(/[^ \t\n\r]+/g)];
    words.forEach(({ 0: word, index: start }, order) => {
      const stop = start + word.length;
      run = runIndexAt(whole, start, run);
      const last = runIndexAt(whole, stop - 1, run);
      const reused = last === run ? looks[run]?.cuts : undefined;
      const cuts =
        reused?.get(word) ?? cutsOf(word, partsOf(whole, start, stop, run), start, hyphenation, textWidth);
      reused?.set(word, cuts);
      const isLast = order === words.length - 1;
      const space = isLast ? 0 : (looks[runIndexAt(whole, stop, last)]?.space ?? usual);
      addPieces(pieces, { word, start, cuts, space, hyphen: looks[last]?.hyphen ?? 0 });
    });
    return { pieces, exactWidth: exactWidths(whole, measure) };
  };
}

function exactWidths(whole: WholeText, measure: TextWidth): ExactWidth {
  return (start, stop) => {
    const parts = partsOf(whole, start, stop, 0);
    if (parts.some(({ text }) => /\d/.test(text))) return undefined;
    return parts.reduce(
      (sum, { text, run }) => sum + measure(seen(text).replaceAll(/\s+/g, ' '), run.face),
      0,
    );
  };
}

/** The cuts of words in one face and language, by those and by word. */
function cutsIn(known: Map<string, Map<string, Cut[]>>, run: Run): Map<string, Cut[]> {
  const key = `${run.face.key} ${run.language}`;
  const cuts = known.get(key) ?? new Map<string, Cut[]>();
  known.set(key, cuts);
  return cuts;
}

/** A word, its cuts, and the widths of the space after it and of a hyphen in it. */
interface CutWord {
  readonly word: string;
  readonly start: number;
  readonly cuts: ReadonlyArray<Cut>;
  readonly space: number;
  readonly hyphen: number;
}

function addPieces(pieces: Piece[], { word, start, cuts, space, hyphen }: CutWord): void {
  let from = 0;
  let before = 0;
  for (const { to, end, width, characters, isLastResort = false } of cuts) {
    pieces.push({
      text: word.slice(from, to),
      characters,
      width: width - before,
      space: end === 'space' ? space : 0,
      hyphen,
      end,
      start: start + from,
      stop: start + to,
      ...(isLastResort && { isLastResort }),
    });
    before = width;
    from = to;
  }
}
