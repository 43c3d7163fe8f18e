import type { OwnFonts } from '../book/book.ts';
import type { Manuscript } from '../book/manuscript.ts';
import type { Theme } from '../book/theme.ts';

/** What a book is made from: the manuscript, the theme it names and the fonts it brings along. */
export interface Source {
  readonly folder: string;
  readonly manuscript: Manuscript;
  readonly theme: Theme;
  /** The author's theme.css; empty where there is none. */
  readonly stylesheet: string;
  readonly ownFonts: OwnFonts;
}
