import type { AssetReference, Assets, Book, Hast } from '../book/book.ts';
import type { Font, Theme } from '../book/theme.ts';
import type { Hyphenation } from '../emit/pdf/page/pagination-script.ts';
import type { Expected } from './work/conservation.ts';

/** The book before it becomes editions. */
export interface ComposedBook {
  /** Gathers what every edition must have of the notes and of the text. */
  readonly expected: () => Expected;
  readonly book: Book<Hast>;
  /** Images and the author's fonts, by path. */
  readonly assets: Assets;
  /** Every place that asks for an image. */
  readonly references: ReadonlyArray<AssetReference>;
  /** Cut down to the book. */
  readonly fonts: ReadonlyArray<Font>;
  /** The faces of its scripts besides those of the theme, whole. */
  readonly scriptFaces: ReadonlyArray<Font>;
  /** What is said of texts in its scripts, over the theme. */
  readonly scriptStyles: Theme['stylesheets'];
  /** Where its words may be divided, if it is laid out. */
  readonly hyphenation?: Promise<Hyphenation>;
  /** Characters that no font has. */
  readonly missing: ReadonlySet<string>;
}
