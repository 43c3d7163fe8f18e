import { originOf } from '../book/messages/origin.ts';
import type { PageMap } from '../book/page-map.ts';
import type { WrittenBook } from '../book/written.ts';
import { forProducts } from '../html/for-products.ts';
import { writtenPlaces } from '../prove/places/written-places.ts';
import type { ComposedBook } from './composed-book.ts';

/** Where the e-book was written that is made of a book, as its author finds it; with the pages that are known. */
export function writtenIn({ book, assets }: ComposedBook, pageMap?: PageMap): WrittenBook {
  return writtenPlaces({ book: forProducts(book, 'epub'), assets, pageMap }, ({ file, point }) =>
    originOf(file, point),
  );
}
