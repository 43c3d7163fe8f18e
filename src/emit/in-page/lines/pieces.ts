import type { Hyphenation } from '../../pdf/page/pagination-script.ts';
import { cutsOf, type Cut } from './cuts.ts';
import type { Paragraph } from './paragraphs.ts';
import type { Piece } from './piece.ts';
import type { Run } from './runs.ts';
import { partsOf, runIndexAt, wholeText, type WholeText } from './whole-text.ts';
import { seen, wordWidths, type TextWidth } from './word-widths.ts';

/** A paragraph cut into what stays together in a line. */
export interface CutText {
  readonly pieces: ReadonlyArray<Piece>;
  /** Where each piece begins in the text of the paragraph. */
  readonly starts: ReadonlyArray<number>;
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
  /** The pieces of words that lie in it whole with a space of its face behind them, if they are always the same. */
  readonly words: Map<string, ReadonlyArray<Piece>> | undefined;
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
  const known = new Map<string, Look['words']>();
  const lookOf = (run: Run): Look => ({
    words: run.points.length > 0 ? undefined : wordsIn(known, run),
    space: textWidth(' ', run.face),
    hyphen: textWidth('\u2010', run.face),
  });
  return ({ runs, face }, textOf) => {
    const whole = wholeText(runs, textOf);
    const { text } = whole;
    const looks = whole.runs.map(lookOf);
    const usual = textWidth(' ', face);
    const pieces: Piece[] = [];
    const starts: number[] = [];
    let run = 0;
    for (let start = wordFrom(text, 0); start < text.length;) {
      const stop = wordEnd(text, start);
      const word = text.slice(start, stop);
      const next = wordFrom(text, stop);
      run = runIndexAt(whole, start, run);
      const last = runIndexAt(whole, stop - 1, run);
      const look = looks[last];
      const words = last === run ? look?.words : undefined;
      let made = words?.get(word);
      if (made === undefined) {
        const cuts = cutsOf(word, partsOf(whole, start, stop, run), start, hyphenation, textWidth);
        made = piecesOf(word, cuts, look);
        words?.set(word, made);
      }
      const space = next === text.length ? 0 : (looks[runIndexAt(whole, stop, last)]?.space ?? usual);
      if (space !== look?.space) made = made.map((piece) => withSpace(piece, space));
      let at = start;
      for (const piece of made) {
        pieces.push(piece);
        starts.push(at);
        at += piece.text.length;
      }
      start = next;
    }
    // Without the room that lists have in which more is put.
    return { pieces: [...pieces], starts, exactWidth: exactWidths(whole, measure) };
  };
}

/** Where the next word begins: at the end of the text where there is none. */
function wordFrom(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Where the word ends that begins there. */
function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Whether it is a character that ends words: a space, a tabulator, a line's end. */
function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d;
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

/** The pieces of words in one face and language, by those and by word. */
function wordsIn(known: Map<string, Look['words']>, run: Run): Look['words'] {
  const key = `${run.face.key} ${run.language}`;
  const words = known.get(key) ?? new Map<string, ReadonlyArray<Piece>>();
  known.set(key, words);
  return words;
}

/** The pieces of a word, with a space of its face after it. */
function piecesOf(word: string, cuts: ReadonlyArray<Cut>, look: Look | undefined): Piece[] {
  let from = 0;
  let before = 0;
  return cuts.map(({ to, end, width, characters, isLastResort = false }): Piece => {
    const piece = {
      text: word.slice(from, to),
      characters,
      width: width - before,
      space: end === 'space' ? (look?.space ?? 0) : 0,
      hyphen: look?.hyphen ?? 0,
      end,
      isLastResort,
    };
    before = width;
    from = to;
    return piece;
  });
}

function withSpace(piece: Piece, space: number): Piece {
  return piece.end === 'space' ? { ...piece, space } : piece;
}
