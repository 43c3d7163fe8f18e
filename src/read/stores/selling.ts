import type { Point } from 'unist';
import type { Selling } from '../../book/store.ts';
import type { BookYaml } from '../book-yaml/book-yaml.ts';
import { readStores } from './store.ts';

/**
 * The stores that a book names, and where its book.yaml speaks of what they ask for; and of the rest where it names none.
 *
 * @param book its book.yaml
 */
export async function readSelling({
  file,
  metadata: { epub },
  places,
}: Pick<BookYaml, 'file' | 'metadata' | 'places'>): Promise<Selling> {
  const store = places.valueAt(['epub', 'store']);
  const nowhere = places.valueAt([]);
  // What is missing has the place of what encloses it, up to the whole file.
  const placeOf = (...path: string[]): Point => {
    const place = places.valueAt(path);
    return place.line === nowhere.line && place.column === nowhere.column ? store : place;
  };
  return {
    stores: await readStores(epub.store ?? []),
    file: file.path ?? '',
    places: {
      store,
      cover: placeOf('cover', 'image'),
      description: placeOf('description'),
      isbn: placeOf('identifiers', 'epub'),
    },
  };
}
