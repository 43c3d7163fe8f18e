import type { Piece } from './piece.ts';

/** The lengths that a paragraph can be given. */
export interface Lengths {
  readonly element: Element;
  /** How many lines it has when it looks best. */
  readonly usual: number;
  /** Those of its lines, counted from one, that end in a hyphen. */
  readonly hyphens: ReadonlyArray<number>;
  /** How many lines more it can have, or fewer, how much worse it looks then, and which end in a hyphen. */
  readonly others: ReadonlyArray<{
    readonly more: number;
    readonly cost: number;
    readonly hyphens: ReadonlyArray<number>;
  }>;
}

/** The numbers of lines that a text may be given in place of one. */
export function othersThan(usual: number): [fewest: number, most: number] {
  return [usual - 1, usual + 1];
}

/** Those lines, counted from one, that end in a hyphen. */
export function hyphenatedLines(breaks: ReadonlyArray<number>, pieces: ReadonlyArray<Piece>): number[] {
  return breaks.flatMap((at, line) => (pieces[at]?.end === 'hyphen' ? [line + 1] : []));
}
