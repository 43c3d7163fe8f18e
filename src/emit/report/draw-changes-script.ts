import type { DrawnPicture } from './draw-pages-script.ts';

/** A page, and what viewers call it, which stands on it. */
export interface LabelledPage {
  /** From 1. */
  readonly number: number;
  readonly label: string;
}

/** Two pages that belong together; undefined where one has no counterpart. */
export interface PagesToCompare {
  readonly old?: LabelledPage | undefined;
  readonly new?: LabelledPage | undefined;
}

/** How two pages look that differ. */
export interface DrawnChange {
  /** Of those handed over, which. */
  readonly index: number;
  readonly old?: DrawnPicture;
  /** With what is otherwise marked, where both stand at the same place. */
  readonly new?: DrawnPicture;
}

/** What the script of the page that compares two PDFs offers. */
export interface DrawChangesScript {
  /**
   * Compares pages of `/old.pdf` and `/new.pdf`, and draws those that differ by more than their number, at most so
   * many and so many pixels high.
   */
  readonly draw: (
    pairs: ReadonlyArray<PagesToCompare>,
    height: number,
    most: number,
  ) => Promise<{ readonly drawn: DrawnChange[]; readonly isWhole: boolean }>;
}
