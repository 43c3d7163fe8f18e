import type { PageWindow } from './page-tools.ts';

/** Adds what divides a paragraph into lines. Runs in the page. */
export function installOptimumBreaks(): void {
  const tools = (window as unknown as PageWindow).colophonTools;

  /** A line's end, on the way that is best to it. */
  interface Node {
    /** The piece the next line begins with. */
    readonly next: number;
    /** How many lines in succession end in a hyphen, this one the last. */
    readonly hyphens: number;
    /** 0 tight, 1 as it should be, 2 loose, 3 very loose. */
    readonly fitness: number;
    readonly demerits: number;
    /** Whether it ends a last line that is too short. */
    readonly runt: boolean;
    readonly previous: Node | undefined;
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

  /** How loose lines may be, by ratio to the stretch of their spaces, and whether words may be divided. */
  const passes = [
    [0.8, false],
    [1.26, true],
    [3, true],
    [Infinity, true],
  ] as const;

  const fitnessOf = (ratio: number): number => {
    if (ratio < -0.5) return 0;
    if (ratio <= 0.5) return 1;
    return ratio <= 1 ? 2 : 3;
  };

  /**
   * The pieces after which lines end so that all lines together look best: as Knuth and Plass
   * do it in "Breaking Paragraphs into Lines" (1981), but never more than two hyphens in
   * succession, and no last line shorter than `runt` and none of a part of a word where it can be helped.
   *
   * @returns indices of pieces, the last one included; undefined where some piece is wider than the line
   */
  tools.optimumBreaks = ({ pieces, indent, runt }, measure, forbidden) => {
    const count = pieces.length;
    /** Widths and spaces of all pieces before each. */
    const widths = new Float64Array(count + 1);
    const spaces = new Float64Array(count + 1);
    widths[0] = indent;
    pieces.forEach((piece, index) => {
      widths[index + 1] = (widths[index] ?? 0) + piece.width;
      spaces[index + 1] = (spaces[index] ?? 0) + piece.space;
    });

    const attempt = (tolerance: number, hyphenate: boolean): Node | undefined => {
      let active: Node[] = [
        { next: 0, hyphens: 0, fitness: 1, demerits: 0, runt: false, previous: undefined },
      ];
      for (let index = 0; index < count; index++) {
        const piece = pieces[index];
        if (piece === undefined) continue;
        const last = index === count - 1;
        const breakable = piece.end !== 'hyphen' || (hyphenate && !forbidden.has(index));
        /** The best way here for each number of hyphens and each fitness. */
        const best = new Map<number, Node>();
        const kept: Node[] = [];
        for (const from of active) {
          // The indent belongs to the first line alone.
          const begin = from.next === 0 ? 0 : (widths[from.next] ?? 0);
          const bare = (widths[index + 1] ?? 0) - begin;
          const space = (spaces[index] ?? 0) - (spaces[from.next] ?? 0);
          if (bare + space * (1 - tools.shrink) > measure) continue;
          kept.push(from);
          if (!breakable) continue;
          const width = bare + space * ideal + (piece.end === 'hyphen' ? piece.hyphen : 0);
          const spare = measure - width;
          let ratio = 0;
          if (spare < 0) ratio = spare / (space * tools.shrink);
          else if (!last) ratio = spare / (space * 0.5);
          if (ratio < -1 || ratio > tolerance || Number.isNaN(ratio)) continue;
          const flagged = piece.end === 'hyphen' || piece.end === 'typed-hyphen';
          const hyphens = flagged ? from.hyphens + 1 : 0;
          if (hyphens > mostHyphens) continue;
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
          const key = hyphens * 4 + fitness;
          if (demerits < (best.get(key)?.demerits ?? Infinity)) {
            best.set(key, { next: index + 1, hyphens, fitness, demerits, runt: short, previous: from });
          }
        }
        active = last ? [...best.values()] : [...kept, ...best.values()];
        if (active.length === 0) return undefined;
      }
      return active.reduce((a, b) => (b.demerits < a.demerits ? b : a));
    };

    let node: Node | undefined;
    for (const [tolerance, hyphenate] of passes) {
      // Looser lines are worth trying against a short last one, but not any lines.
      if (node !== undefined && (!node.runt || tolerance === Infinity)) break;
      node = attempt(tolerance, hyphenate) ?? node;
    }
    if (node === undefined) return undefined;
    const breaks: number[] = [];
    for (; node?.previous !== undefined; node = node.previous) breaks.unshift(node.next - 1);
    return breaks;
  };
}
