import type { Piece } from './piece.ts';

/** A text to be divided into lines. Lengths in CSS pixels. */
interface Material {
  readonly pieces: ReadonlyArray<Piece>;
  readonly indent: number;
  /** The least length of the last line. */
  readonly runt: number;
}

/** A text with its widths and spaces added up: those of all pieces before each. */
interface Setting extends Material {
  readonly measure: number;
  readonly widths: Float64Array;
  readonly spaces: Float64Array;
}

/** A line's end, on the way that is best to it. */
interface LineEnd {
  /** The piece the next line begins with. */
  readonly next: number;
  /** How many lines in succession end in a hyphen, this one the last. */
  readonly hyphens: number;
  /** 0 tight, 1 as it should be, 2 loose, 3 very loose. */
  readonly fitness: number;
  readonly demerits: number;
  /** Whether it ends a last line that is too short. */
  readonly runt: boolean;
  readonly previous: LineEnd | undefined;
}

/** How loose lines may be, by ratio to the stretch of their spaces, and whether words may be divided. */
interface Pass {
  readonly tolerance: number;
  readonly hyphenate: boolean;
}

// As in TeX, where these are \hyphenpenalty, \doublehyphendemerits and so on.
const hyphenPenalty = 50;
const twoHyphens = 10_000;
const lastHyphen = 5000;
const mismatch = 10_000;
const runtDemerits = 1_000_000;
const mostHyphens = 2;
// Spaces as the font has them are a little wide between justified lines; 0.95 of them looks even.
const ideal = 0.95;
/** By how much of itself a space may become narrower. */
const shrink = 0.36;

const passes: ReadonlyArray<Pass> = [
  { tolerance: 0.8, hyphenate: false },
  { tolerance: 1.26, hyphenate: true },
  { tolerance: 3, hyphenate: true },
  { tolerance: Infinity, hyphenate: true },
];

/**
 * The pieces after which lines end so that all lines together look best: as Knuth and Plass
 * do it in "Breaking Paragraphs into Lines" (1981), but never more than two hyphens in
 * succession, and no last line shorter than `runt` and none of a part of a word where it can be helped.
 *
 * @param measure length of the lines
 * @param forbidden indices of pieces whose hyphens must not end a line
 * @returns indices of pieces, the last one included; undefined where some piece is wider than the line
 */
export function optimumBreaks(
  material: Material,
  measure: number,
  forbidden: ReadonlySet<number>,
): number[] | undefined {
  const setting = settingOf(material, measure);
  let end: LineEnd | undefined;
  for (const pass of passes) {
    // Looser lines are worth trying against a short last one, but not any lines.
    if (end !== undefined && (!end.runt || pass.tolerance === Infinity)) break;
    end = bestEnd(setting, pass, forbidden) ?? end;
  }
  if (end === undefined) return undefined;
  const breaks: number[] = [];
  for (; end?.previous !== undefined; end = end.previous) breaks.unshift(end.next - 1);
  return breaks;
}

function settingOf(material: Material, measure: number): Setting {
  const { pieces, indent } = material;
  const widths = new Float64Array(pieces.length + 1);
  const spaces = new Float64Array(pieces.length + 1);
  widths[0] = indent;
  pieces.forEach((piece, index) => {
    widths[index + 1] = (widths[index] ?? 0) + piece.width;
    spaces[index + 1] = (spaces[index] ?? 0) + piece.space;
  });
  return { ...material, measure, widths, spaces };
}

/** The end of the text on the best way to it; undefined where there is none. */
function bestEnd(setting: Setting, pass: Pass, forbidden: ReadonlySet<number>): LineEnd | undefined {
  const { pieces, measure, widths, spaces } = setting;
  let active: LineEnd[] = [
    { next: 0, hyphens: 0, fitness: 1, demerits: 0, runt: false, previous: undefined },
  ];
  for (const [index, piece] of pieces.entries()) {
    const last = index === pieces.length - 1;
    const breakable = piece.end !== 'hyphen' || (pass.hyphenate && !forbidden.has(index));
    /** The best way here for each number of hyphens and each fitness. */
    const best = new Map<number, LineEnd>();
    const kept: LineEnd[] = [];
    for (const from of active) {
      // The indent belongs to the first line alone.
      const begin = from.next === 0 ? 0 : (widths[from.next] ?? 0);
      const bare = (widths[index + 1] ?? 0) - begin;
      const space = (spaces[index] ?? 0) - (spaces[from.next] ?? 0);
      if (bare + space * (1 - shrink) > measure) continue;
      kept.push(from);
      if (!breakable) continue;
      const end = lineEnd(setting, from, index, bare, space, pass.tolerance);
      if (end === undefined) continue;
      const key = end.hyphens * 4 + end.fitness;
      if (end.demerits < (best.get(key)?.demerits ?? Infinity)) best.set(key, end);
    }
    active = last ? [...best.values()] : [...kept, ...best.values()];
    if (active.length === 0) return undefined;
  }
  return active.reduce((a, b) => (b.demerits < a.demerits ? b : a));
}

/**
 * The end of a line after a piece; undefined where the line would be too tight or too loose.
 *
 * @param bare width of the line without its spaces
 * @param space width of its spaces
 */
function lineEnd(
  { pieces, measure, runt }: Setting,
  from: LineEnd,
  index: number,
  bare: number,
  space: number,
  tolerance: number,
): LineEnd | undefined {
  const piece = pieces[index];
  if (piece === undefined) return undefined;
  const last = index === pieces.length - 1;
  const width = bare + space * ideal + (piece.end === 'hyphen' ? piece.hyphen : 0);
  const ratio = ratioOf(measure - width, space, last);
  if (ratio < -1 || ratio > tolerance || Number.isNaN(ratio)) return undefined;
  const flagged = piece.end === 'hyphen' || piece.end === 'typed-hyphen';
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
  return { next: index + 1, hyphens, fitness, demerits, runt: short, previous: from };
}

/** By how much of their stretch, or of their shrink where it is negative, spaces fill a line. */
function ratioOf(spare: number, space: number, last: boolean): number {
  if (spare < 0) return spare / (space * shrink);
  return last ? 0 : spare / (space * 0.5);
}

function fitnessOf(ratio: number): number {
  if (ratio < -0.5) return 0;
  if (ratio <= 0.5) return 1;
  return ratio <= 1 ? 2 : 3;
}
