/** One page of the printed book. */
export interface Page {
  /** As printed and as shown by PDF viewers: "xii", "7"; unprinted on openings of front matter and on blanks. */
  readonly label: string;
  readonly blank: boolean;
}

/** Where everything fell: measured inside Chrome's own print layout. */
export interface PageMap {
  readonly pages: ReadonlyArray<Page>;
  /** Element id → index into `pages`. */
  readonly anchors: ReadonlyMap<string, number>;
  /** Index of page → where the notes at its foot begin, in points from the lower edge of the sheet. */
  readonly feet?: ReadonlyMap<number, number>;
  /** Where the blocks of the book stand, in the order of the text; absent where nobody asks. */
  readonly blocks?: ReadonlyArray<BlockPart>;
  /** The pages that are not full, in order; absent where there are none. */
  readonly holes?: ReadonlyArray<HoleInPage>;
  /** Where the pages begin that have something of the book, in order; empty where nobody asks. */
  readonly starts: ReadonlyArray<PageStart>;
}

/** A page that ends lines before its foot, since what comes next had no room there, and where that was written. */
export interface HoleInPage {
  /** Index of the page. */
  readonly page: number;
  /** So many lines are free. */
  readonly lines: number;
  /** Name of the element that comes next: "figure". */
  readonly kind: string;
  /** Path in the manuscript folder, and the line there; absent where the book makes it itself. */
  readonly file?: string;
  readonly line?: number;
}

/** What of a block stands on one page, and where the block was written. */
export interface BlockPart {
  /** Index of the page. */
  readonly page: number;
  /** Upper and lower edge, in points from the upper edge of the sheet. */
  readonly top: number;
  readonly bottom: number;
  /** How much of the block stands on earlier pages, and how much on this one and those, of 1. */
  readonly from: number;
  readonly to: number;
  /** Path in the manuscript folder, and its lines there. */
  readonly file: string;
  readonly line: number;
  readonly lastLine: number;
}

/** The pages of the printed book, as the e-book marks and lists them. */
export type PrintedPages = Pick<PageMap, 'pages' | 'starts' | 'anchors'>;

/**
 * The first words of a page of the printed book, as their place in the book. What print puts in or leaves out
 * (hyphens at the ends of lines, white space) counts for nothing.
 */
export interface PageStart {
  /** Index of the page. */
  readonly page: number;
  /** The element the text belongs to, or that begins the page itself: its `data-spot`. */
  readonly spot: number;
  /** How many characters of the element's own text stand before, as {@link textLength} counts them. */
  readonly before: number;
  /** Whether the page begins within a word. */
  readonly divided?: true;
  /** How far down figures reach at the head of the page, in points from the lower edge of the sheet; absent: there are none. */
  readonly below?: number;
}

/** Elements that are one thing on the page, whatever stands in them: a page begins before them or not. */
export const undividedElements: ReadonlySet<string> = new Set('img svg math hr picture object'.split(' '));

/** How many characters of a text are told apart: all but white space, soft hyphens and hyphens as print sets them. */
export function textLength(text: string): number {
  return text.replaceAll(/[\s\u00AD\u2010]/g, '').length;
}
