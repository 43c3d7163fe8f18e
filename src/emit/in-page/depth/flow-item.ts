/** What stands in the flow of a section, between others of its kind. Lengths in CSS pixels. */
export interface FlowItem {
  /** What is left free above it, unless it begins a page. */
  readonly gap: number;
  /** Whether more may be left free there. */
  readonly stretches: boolean;
  /** Whether that is as much as above others of its kind on the page: stanzas of a poem stand equally far apart. */
  readonly isEven?: boolean;
  /** Height of what stays with its first lines: headings above it, and what frames it. */
  readonly lead: number;
  /** What is left free below the headings in it, where more may be; 0 where there are none. */
  readonly leadGap: number;
  readonly lines: number;
  readonly lineHeight: number;
  /** Height of what stays with its last line. */
  readonly tail: number;
  /**
   * Whether it may be divided: with two lines on each page; so that the last of three stands alone, as Chrome does;
   * or also with one, for want of lines; or not at all.
   */
  readonly divides: 'freely' | 'leaving one' | 'if need be' | 'never';
  /** Whether it can be told where to be divided, and to begin a page. */
  readonly obeys: boolean;
  /** Height of what stands again at the head of a page that begins with it: the heads of a table. */
  readonly again: number;
  /** Whether it stays with what is above it as well, since a break between scenes is above its lines. */
  readonly clings?: boolean;
  /** Whether what is below it does. */
  readonly isClungTo?: boolean;
  /** How many lines more, or fewer, it may have, and what that costs. */
  readonly lengths: ReadonlyArray<ItemLength>;
  /** Those of its lines, counted from one, that end in a hyphen. */
  readonly hyphens: ReadonlyArray<number>;
}

export interface ItemLength {
  readonly more: number;
  readonly cost: number;
  /** The lines, counted from one, that then end in a hyphen. */
  readonly hyphens: ReadonlyArray<number>;
}

/** How an item is to stand. */
export interface Placement {
  /** Lines more than it has, or fewer. */
  readonly more: number;
  /** What more is left free above it. */
  readonly stretch: number;
  /** What more is left free below the headings of it that begin a page. */
  readonly leadStretch: number;
  /** Index of the page it begins on, counted from the section's first. */
  readonly page: number;
  /** How many of its lines stand on that page, if not all. */
  readonly divided?: number;
  /** Whether it is divided, or begins a page, where it would not by itself. */
  readonly steered: boolean;
}
