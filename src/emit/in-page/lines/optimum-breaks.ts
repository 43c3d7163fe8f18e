import {
  lineEnd,
  stretch,
  widthsOfSpaces,
  type LineEnd,
  type Material,
  type Pass,
  type Setting,
} from './line-end.ts';
import type { Piece } from './piece.ts';

/** How narrow spaces become without need, and where lines would be too loose otherwise; how wide they may be: in em. */
const [narrow, veryNarrow, wide] = [0.164, 0.145, 0.37];

/** What is tried one after the other. */
function passesFor({ space, letters }: Material): ReadonlyArray<Pass> {
  // What faces with narrow spaces give way, and those with wide ones.
  const usual = 1 - Math.max(0.68, Math.min(0.78, narrow / space));
  const most = 1 - Math.max(0.62, Math.min(0.7, veryNarrow / space));
  const utmost = 1 - letters.narrowest;
  const loose = toleranceFor(wide, space);
  return [
    { tolerance: Math.min(0.8, loose), shrink: usual, hyphenate: false },
    { tolerance: Math.min(1.26, loose), shrink: usual, hyphenate: true },
    { tolerance: Math.min(1.26, loose), shrink: most, hyphenate: true },
    { tolerance: loose, shrink: most, hyphenate: true },
    { tolerance: loose, shrink: utmost, hyphenate: true },
    { tolerance: loose, shrink: utmost, hyphenate: true, isLast: true },
    { tolerance: 1.5 * loose, shrink: utmost, hyphenate: true, isLast: true },
    { tolerance: Infinity, shrink: utmost, hyphenate: true, isLast: true },
  ];
}

/** Lines may be as loose where a page is full for it. */
function forFullPages(space: number): Pass {
  return { tolerance: Math.min(1.6, toleranceFor(wide, space)), shrink: 0.34, hyphenate: true };
}

function toleranceFor(width: number, space: number): number {
  return Math.max(0.8, (width / space - 1) / stretch);
}

/** How many lines more or fewer than the best way up to there a way has at most. */
const farthest = 3;

/** Where lines end. */
export interface LineBreaks {
  /** Indices of the pieces that end them, the last one included. */
  readonly breaks: number[];
  /** How far from good they look, all together: comparable between ways to set one text. */
  readonly demerits: number;
}

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
  for (const pass of passesFor(material)) {
    // Looser lines are worth trying against a short last one, but not any lines.
    if (end !== undefined && (!end.runt || pass.tolerance === Infinity)) break;
    end = bestOf(lineEnds(setting, pass, forbidden)) ?? end;
  }
  return end && breaksTo(end);
}

/**
 * The best of the ways to so many lines (TeX's \looseness), for each number of them: none that is looser than lines
 * may be for a full page, and none with a last line that is too short.
 *
 * @param fewest lines that are asked for
 * @param most lines that are asked for
 */
export function countedBreaks(
  material: Material,
  measure: number,
  forbidden: ReadonlySet<number>,
  [fewest, most]: readonly [fewest: number, most: number],
): ReadonlyMap<number, LineBreaks> {
  if (!canHave(material, measure, [fewest, most])) return new Map();
  const setting = settingOf(material, measure);
  const ends = lineEnds(setting, forFullPages(material.space), forbidden, most);
  const bests = new Map<number, LineEnd>();
  for (const end of ends) {
    const known = bests.get(end.line);
    const isAsked = end.line >= fewest && !end.runt;
    if (isAsked && end.demerits < (known?.demerits ?? Infinity)) bests.set(end.line, end);
  }
  return new Map(
    [...bests].map(([count, end]) => [count, { breaks: breaksTo(end), demerits: end.demerits }]),
  );
}

/**
 * Whether one of some numbers of lines is to be thought of: text and spaces fill them, as narrow or as wide as spaces
 * may be.
 */
export function canHave(
  { pieces, indent, runt, space }: Material,
  measure: number,
  counts: ReadonlyArray<number>,
): boolean {
  let [bare, spaces] = [indent, 0];
  for (const piece of pieces) {
    bare += piece.width;
    spaces += piece.space;
  }
  const [narrowest, widest] = widthsOfSpaces(forFullPages(space));
  const [least, most] = [bare + narrowest * spaces, bare + widest * spaces];
  return counts.some((count) => least <= count * measure && most >= (count - 1) * measure + runt);
}

function bestOf(ends: ReadonlyArray<LineEnd>): LineEnd | undefined {
  return ends.length === 0 ? undefined : ends.reduce((a, b) => (b.demerits < a.demerits ? b : a));
}

function breaksTo(last: LineEnd): number[] {
  const breaks: number[] = [];
  for (let end: LineEnd | undefined = last; end?.previous !== undefined; end = end.previous)
    breaks.unshift(end.next - 1);
  return breaks;
}

function settingOf(material: Material, measure: number): Setting {
  const { pieces, indent } = material;
  const widths = new Float64Array(pieces.length + 1);
  const spaces = new Float64Array(pieces.length + 1);
  const characters = new Uint32Array(pieces.length + 1);
  widths[0] = indent;
  let index = 0;
  for (const piece of pieces) {
    widths[index + 1] = (widths[index] ?? 0) + piece.width;
    spaces[index + 1] = (spaces[index] ?? 0) + piece.space;
    characters[index + 1] = (characters[index] ?? 0) + piece.characters + (piece.end === 'space' ? 1 : 0);
    index++;
  }
  return { ...material, measure, widths, spaces, characters };
}

/**
 * The ends of the text on the best ways to it; none where there are none.
 *
 * @param counted ways with different numbers of lines are told apart, up to this many; absent: they are not
 */
function lineEnds(
  setting: Setting,
  pass: Pass,
  forbidden: ReadonlySet<number>,
  counted?: number,
): ReadonlyArray<LineEnd> {
  const { pieces, measure, widths, spaces } = setting;
  const active: LineEnd[] = [
    { next: 0, line: 0, hyphens: 0, fitness: 1, demerits: 0, runt: false, previous: undefined },
  ];
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index];
    if (piece === undefined) continue;
    const last = index === pieces.length - 1;
    // What is too long here is too long where the next line may end.
    if (piece.end === 'hyphen' && !last && (forbidden.has(index) || !mayDivide(piece, pass))) continue;
    /** The best ways here, one for each number of hyphens and each fitness, and of lines where these are counted. */
    const best: LineEnd[] = [];
    let kept = 0;
    for (const from of active) {
      // The indent belongs to the first line alone.
      const begin = from.next === 0 ? 0 : (widths[from.next] ?? 0);
      const bare = (widths[index + 1] ?? 0) - begin;
      const space = (spaces[index] ?? 0) - (spaces[from.next] ?? 0);
      if (bare + space * (1 - pass.shrink) - closingOf(setting, from.next, index, pass) > measure) continue;
      active[kept++] = from;
      if (from.line === counted) continue;
      const end = lineEnd(setting, from, index, bare, space, pass);
      if (end !== undefined) putBest(best, end, counted !== undefined);
    }
    if (last) return best;
    active.length = kept;
    for (const way of counted === undefined ? best : nearBest(best)) active.push(way);
    if (active.length === 0) return [];
  }
  return active;
}

/**
 * Keeps a way if it is better than the one of its kind.
 *
 * @param best the best of each kind, in the order in which kinds were met
 * @param counts whether ways with different numbers of lines are of different kinds
 */
function putBest(best: LineEnd[], way: LineEnd, counts: boolean): void {
  for (let index = 0; index < best.length; index++) {
    const other = best[index];
    if (other?.hyphens !== way.hyphens || other.fitness !== way.fitness) continue;
    if (counts && other.line !== way.line) continue;
    if (way.demerits < other.demerits) best[index] = way;
    return;
  }
  best.push(way);
}

/**
 * The ways whose numbers of lines are near that of the best: of a text over pages there would be ever more numbers,
 * none of which leads to about as many lines as it has when it looks best.
 */
function nearBest(ways: LineEnd[]): LineEnd[] {
  if (ways.length < 2) return ways;
  const best = bestOf(ways);
  return best === undefined ? [] : ways.filter(({ line }) => Math.abs(line - best.line) <= farthest);
}

/** By how much letters of a line that are set closer make it shorter. */
function closingOf(
  { letters, characters }: Setting,
  next: number,
  index: number,
  { isLast = false }: Pass,
): number {
  return isLast ? letters.closest * ((characters[index + 1] ?? 0) - (characters[next] ?? 0)) : 0;
}

function mayDivide({ isLastResort }: Piece, { hyphenate, isLast = false }: Pass): boolean {
  return isLastResort ? isLast : hyphenate;
}
