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
