/** What a PDF is for: to be read on screens, or to be printed from. */
export type Purpose = 'screen' | 'press';

/** The side on which a page is bound. */
export type Fold = 'left' | 'right';

/** What a file is held against besides the rules that hold for all. Lengths in points. */
export interface Expectations {
  /** What is asked instead where it has a single page: then it is a cover. */
  readonly cover?: Expectations | undefined;
  /** By default what the file looks like. */
  readonly as?: Purpose | undefined;
  /** The size of the page as cut. */
  readonly trim?: { readonly width: number; readonly height: number } | undefined;
  /** The sizes the printer cuts to; any by default. */
  readonly trims?: ReadonlyArray<{ readonly width: number; readonly height: number }> | undefined;
  /** Of a whole cover: the sides it may have, of which two and the spine lie beside one another. */
  readonly sides?: ReadonlyArray<{ readonly width: number; readonly height: number }> | undefined;
  /** By how much the print must reach over the edge, where a page has pictures that do. */
  readonly bleed?: number | undefined;
  /**
   * On which side the first page is bound, if nothing bleeds there; the second is bound on the other,
   * and so on by turns. By default all sides bleed.
   */
  readonly fold?: Fold | undefined;
  /** How many pages there must be. */
  readonly pages?: number | undefined;
  /** Of how many pages there must be a multiple. */
  readonly pageMultiple?: number | undefined;
  /** The fewest and the most pages that can be bound. */
  readonly pageLimits?: { readonly least: number; readonly most: number } | undefined;
  /** Percent: the sum of the inks at any place; 300 by default. */
  readonly ink?: number | undefined;
  /**
   * Whether pictures in RGB are taken to keep the limit of inks, since the output profile by which they are
   * printed does, and no printer has set another: they need not be looked into.
   */
  readonly trustsProfile?: boolean | undefined;
  /** Whether it is printed in black alone. */
  readonly black?: boolean | undefined;
  /**
   * Pixels an inch: below `wanted` a warning, below `least` an error where the image covers more than
   * a tenth of the page; 300 and 150 by default.
   */
  readonly resolution?: { readonly least: number; readonly wanted: number } | undefined;
  /** Whether the printer takes none of what lets shine through what lies beneath it. */
  readonly opaque?: boolean | undefined;
  /** The standards that the printer names, the preferred one first. */
  readonly standards?: ReadonlyArray<string> | undefined;
  /** Whether it is known, and was told of, that characters have no glyph. */
  readonly knowsMissing?: boolean | undefined;
}
