/** What a designer would measure of a book. Shares are percents, spaces are in em. */
export interface Figures {
  /** Full lines of running text. */
  readonly lines: number;
  readonly mean: number;
  readonly deviation: number;
  /** Lines with spaces over .4 em, and under .17 em. */
  readonly loose: number;
  readonly tight: number;
  /** Lines that end in a hyphen. */
  readonly hyphens: number;
  /** Three or more of them one below the other. */
  readonly ladders: number;
  /** Last lines of one word, and of the end of one. */
  readonly runts: number;
  readonly fragments: number;
  /** Pages of text with which nothing begins or ends, and those that are full. */
  readonly pages: number;
  readonly full: number;
  /** Spreads of such pages, and those whose pages end at different heights. */
  readonly spreads: number;
  readonly uneven: number;
}

/** The figures of a PDF, given the size of its running text in points. */
export function figuresOf(pdf: string, fontSize: number): Promise<Figures>;
