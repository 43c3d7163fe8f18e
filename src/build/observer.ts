import type { Book, Hast } from '../book/book.ts';
import type { Product } from '../book/product.ts';
import type { Looks } from '../emit/pdf/printable.ts';
import type { PrintedBook } from '../emit/pdf/print-book.ts';
import type { ComposedBook } from './composed-book.ts';
import type { Source } from './source.ts';

/** What was printed, with what, and for which products. */
export interface ObservedMatter {
  readonly book: Book<Hast>;
  readonly looks: Looks;
  readonly products: ReadonlyArray<Product>;
}

/** Who looks on while a book is built, and sees what is made before the build ends. */
export interface Observer {
  /** Whether it is to know where the blocks of the book fall. */
  readonly wantsPlaces?: boolean;
  /** Whether its faces are to have what may be typed next, too. */
  readonly wantsSpareCharacters?: boolean;
  /** The book is composed; it may have errors. */
  readonly onComposed?: (source: Source, composed: ComposedBook) => void;
  /** Chrome has printed it. */
  readonly onPrinted?: (printed: PrintedBook, matter: ObservedMatter) => void;
}
