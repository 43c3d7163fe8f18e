/** Why the lines of a paragraph must be set anew. */
export interface Misfit {
  /** The line that ends a page in a hyphen, counted from one; absent where it is for something else. */
  readonly hyphenAfter?: number;
}

/**
 * The last line of a page that ends in a hyphen, counted from one; undefined where none does.
 *
 * @param hyphens the indices of pieces with which lines end in a hyphen
 * @param breaks indices of the pieces that end lines
 * @param heights of the parts of the paragraph, page by page, in CSS pixels
 */
export function lineAtPageEnd(
  hyphens: ReadonlySet<number>,
  breaks: ReadonlyArray<number>,
  heights: ReadonlyArray<number>,
  lineHeight: number,
): number | undefined {
  const lines = heights.map((height) => Math.round(height / lineHeight));
  let sum = 0;
  const turns = lines.slice(0, -1).map((count) => (sum += count));
  // Before the last page lines may be left empty, to keep a widow company: so this is counted from the end.
  turns[turns.length - 1] = breaks.length - (lines.at(-1) ?? 0);
  return turns.find((turn) => hyphens.has(breaks[turn - 1] ?? -1));
}
