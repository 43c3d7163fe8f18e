import type { PaginationOptions, PaginationResult } from './pagination.ts';

/** What the script of pages that are printed as a book offers. */
export interface PaginationScript {
  /** Resolves when every font and the pictures of styles have loaded; the files of the fonts that did not. */
  readonly load: () => Promise<string[]>;
  /** Finds what is to be paginated; all must have loaded. */
  readonly prepare: (options: PaginationOptions) => Preparation;
}

/** A book that is ready to be paginated. */
export interface Preparation {
  /** Sets the lines of justified paragraphs, and paginates in every print from now on. */
  readonly paginate: (hyphenation: Hyphenation) => Pagination;
}

/** The pagination of a book, print after print. */
export interface Pagination {
  /** What the last print found out. */
  readonly takeOutcome: () => Outcome;
  /** What is printed from now on is another document. */
  readonly end: () => void;
}

/** What a print found out; nothing where the browser did not let the page measure it. */
export interface Outcome {
  readonly result?: PaginationResult;
  readonly error?: string;
}

/** Places in words after which a hyphen may end the line, by language and word. */
export type Hyphenation = Readonly<Record<string, Readonly<Record<string, ReadonlyArray<number>>>>>;
