import type { Assets, Book, Hast } from '../book/book.ts';
import type { Font, Theme } from '../book/theme.ts';

/** The book before it becomes editions. */
export interface ComposedBook {
  /** As written, its notes where the author put them. */
  readonly written: Book;
  /** With every page the author did not write. */
  readonly complete: Book;
  readonly book: Book<Hast>;
  /** Images and the author's fonts, by path. */
  readonly assets: Assets;
  /** Cut down to the book. */
  readonly fonts: ReadonlyArray<Font>;
  /** The faces of its scripts besides those of the theme, whole. */
  readonly scriptFaces: ReadonlyArray<Font>;
  /** What is said of texts in its scripts, over the theme. */
  readonly scriptStyles: Theme['stylesheets'];
  /** Characters that no font has. */
  readonly missing: ReadonlySet<string>;
}
