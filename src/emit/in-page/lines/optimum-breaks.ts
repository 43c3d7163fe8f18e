import { lineEnd, shrink, type LineEnd, type Material, type Setting } from './line-end.ts';

/** How loose lines may be, by ratio to the stretch of their spaces, and whether words may be divided. */
interface Pass {
  readonly tolerance: number;
  readonly hyphenate: boolean;
}

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
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index];
    if (piece === undefined) continue;
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
