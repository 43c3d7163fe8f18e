import type { Point } from 'unist';
import { printingKeys, type Printing } from '../../book/printer.ts';
import type { BookYaml } from '../book-yaml/book-yaml.ts';
import { paperOf } from './paper.ts';
import { readPrinter, usualPrinter } from './printer.ts';

/**
 * The printer and the paper of a book, and where its book.yaml speaks of them.
 *
 * @param book its book.yaml
 */
export async function readPrinting({
  file,
  metadata: { print },
  ownPrinter,
  places,
}: Pick<BookYaml, 'file' | 'metadata' | 'ownPrinter' | 'places'>): Promise<Printing> {
  const printer = ownPrinter ?? (await readPrinter(print.printer ?? usualPrinter));
  const nowhere = places.valueAt(['print']);
  const placeOf = (key: string): Point => {
    const place = places.valueAt(['print', ...key.split('.')]);
    // What is missing has the place of what encloses it.
    return place.line === nowhere.line && place.column === nowhere.column
      ? places.valueAt(['print', 'printer'])
      : place;
  };
  return {
    printer,
    paper: paperOf(printer, print.paper, print.ink) ?? printer.papers[0],
    chosen: print.printer !== undefined,
    file,
    places: Object.fromEntries(printingKeys.map((key) => [key, placeOf(key)])) as Printing['places'],
  };
}
