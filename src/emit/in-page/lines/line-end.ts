import { takenByLetters, type LetterSpacing } from './letter-spacing.ts';
import type { Piece } from './piece.ts';

/** A text to be divided into lines. Lengths in CSS pixels. */
export interface Material {
  readonly pieces: ReadonlyArray<Piece>;
  readonly indent: number;
  /** The least length of the last line. */
  readonly runt: number;
  /** Width of a space of its face, in em. */
  readonly space: number;
  readonly letters: LetterSpacing;
}

/** A text with its widths and spaces added up: those of all pieces before each. */
export interface Setting extends Material {
  readonly measure: number;
  readonly widths: Float64Array;
  readonly spaces: Float64Array;
  /** How many characters, spaces among them. */
  readonly characters: Uint32Array;
}

/** A line's end, on the way that is best to it. */
export interface LineEnd {
  /** The piece the next line begins with. */
  readonly next: number;
  /** How many lines there are up to it. */
  readonly line: number;
  /** How many lines in succession end in a hyphen, this one the last. */
  readonly hyphens: number;
  /** 0 tight, 1 as it should be, 2 loose, 3 very loose. */
  readonly fitness: number;
  readonly demerits: number;
  /** Whether it ends a last line that is too short. */
  readonly runt: boolean;
  readonly previous: LineEnd | undefined;
}

// As in TeX, where these are \hyphenpenalty, \doublehyphendemerits and so on.
const hyphenPenalty = 50;
const twoHyphens = 10_000;
const lastHyphen = 5000;
const mismatch = 10_000;
const runtDemerits = 1_000_000;
const mostHyphens = 2;
/** By how much of itself a space becomes wider at a ratio of 1. */
export const stretch = 0.5;
/** What letters take looks as bad as this part of it would in the spaces. */
const burdenOfLetters = 0.5;
/** What reckoning may lose, in CSS pixels. */
const imprecision = 1e-6;

/** How lines may look on the way to the end of a text. */
export interface Pass {
  /** How loose they may be, by ratio to the stretch of their spaces. */
  readonly tolerance: number;
  /** By how much of itself a space may become narrower. */
  readonly shrink: number;
  /** Whether words may be divided. */
  readonly hyphenate: boolean;
  /** Whether letters may be set closer, and parts of words be divided that are joined by hyphens. */
  readonly isLast?: boolean;
}

/** How wide the spaces of the narrowest and of the widest line are, by what the font has. */
export function widthsOfSpaces({ tolerance, shrink }: Pass): readonly [narrowest: number, widest: number] {
  return [1 - shrink, 1 + tolerance * stretch];
}

/**
 * The end of a line after a piece; undefined where the line would be too tight or too loose.
 *
 * @param bare width of the line without its spaces
 * @param space width of its spaces
 */
export function lineEnd(
  setting: Setting,
  from: LineEnd,
  index: number,
  bare: number,
  space: number,
  { tolerance, shrink, isLast = false }: Pass,
): LineEnd | undefined {
  const { pieces, measure, runt } = setting;
  const piece = pieces[index];
  if (piece === undefined) return undefined;
  const last = index === pieces.length - 1;
  const width = bare + space + (piece.end === 'hyphen' ? piece.hyphen : 0);
  const spare = measure - width;
  const taken = last || (spare < 0 && !isLast) ? 0 : takenBetween(setting, from.next, index, spare, space);
  if (spare - taken > tolerance * space * stretch && !last) return undefined;
  if (spare - taken < -shrink * space - imprecision) return undefined;
  const ratio = ratioOf(spare - taken * (1 - burdenOfLetters), space, shrink, last);
  if (Number.isNaN(ratio)) return undefined;
  const flagged = endsInHyphen(piece);
  const hyphens = flagged ? from.hyphens + 1 : 0;
  if (hyphens > mostHyphens) return undefined;
  const fitness = fitnessOf(ratio);
  const badness = Math.min(100 * Math.abs(ratio) ** 3, 1e6);
  let demerits = from.demerits + (10 + badness) ** 2;
  if (piece.end !== 'space' && !last) demerits += hyphenPenalty ** 2;
  if (hyphens > 1) demerits += twoHyphens;
  if (Math.abs(fitness - from.fitness) > 1) demerits += mismatch;
  if (last && from.hyphens > 0) demerits += lastHyphen;
  const torn = space === 0 && pieces[from.next - 1]?.end === 'hyphen';
  const short = last && from.next > 0 && (width < runt || torn);
  if (short) demerits += runtDemerits;
  return { next: index + 1, line: from.line + 1, hyphens, fitness, demerits, runt: short, previous: from };
}

/** Whether a line that ends with it ends in a hyphen: in one of a word that stands for two as well (“Krämer- oder Pairstochter”). */
function endsInHyphen({ end, text }: Piece): boolean {
  return end === 'hyphen' || end === 'typed-hyphen' || text.endsWith('-') || text.endsWith('\u2010');
}

/** What the letters of a line take of what spaces would be widened by. */
function takenBetween(
  { letters, characters }: Setting,
  next: number,
  index: number,
  spare: number,
  space: number,
): number {
  if (space === 0 || (spare >= 0 && spare <= (letters.wide - 1) * space)) return 0;
  const count = (characters[index + 1] ?? 0) - (characters[next] ?? 0);
  return takenByLetters(letters, spare, space, count);
}

/** By how much of their stretch, or of their shrink where it is negative, spaces fill a line. */
function ratioOf(spare: number, space: number, shrink: number, last: boolean): number {
  if (spare < 0) return spare / (space * shrink);
  return last ? 0 : spare / (space * stretch);
}

function fitnessOf(ratio: number): number {
  if (ratio < -0.5) return 0;
  if (ratio <= 0.5) return 1;
  return ratio <= 1 ? 2 : 3;
}
