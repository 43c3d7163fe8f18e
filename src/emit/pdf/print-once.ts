import { statSync } from 'node:fs';
import { isStored } from '../../book/bytes.ts';
import { plainData, type Key, type Shelf } from '../../book/shelf.ts';
import type { Resource } from '../page-server.ts';
import type { BrowserChoice } from './browser/browser.ts';
import type { PaginationOptions } from './page/pagination.ts';
import type { Print } from './print.ts';

/** What decides how a book is printed. */
export interface Printable {
  readonly resources: ReadonlyMap<string, Resource>;
  readonly options: PaginationOptions;
  readonly choice: BrowserChoice;
}

const codec = plainData<Print>();

/**
 * The print of an earlier build where document, files, options and browser are the same, or else a new one.
 *
 * @param prints where prints are kept
 * @param work prints
 */
export async function printOnce(
  printable: Printable,
  prints: Shelf,
  work: () => Promise<Print>,
): Promise<Print> {
  // Elsewhere the browser sees the fonts of the machine, of which we know nothing.
  if (process.platform !== 'linux') return work();
  const { bytes, fill } = prints.slot(keyOf(printable));
  if (bytes !== undefined) return codec.unpack(bytes);
  const print = await work();
  // What was not painted is laid out anew, and told of; what would fill the memory stays where it is.
  if (print.pdf !== undefined && !isStored(print.pdf)) fill(() => codec.pack(print));
  return print;
}

/**
 * The pagination of a document that is not painted: of the print or the layout of an earlier build, where all that
 * decides it is the same, or else a new one.
 *
 * @param earlier what earlier builds kept
 * @param work lays the document out
 */
export async function layoutOnce(
  printable: Printable,
  earlier: { readonly prints: Shelf; readonly layouts: Shelf },
  work: () => Promise<Print>,
): Promise<Print> {
  if (process.platform !== 'linux') return work();
  const key = keyOf(printable);
  const print = earlier.prints.slot(key).bytes;
  if (print !== undefined) return { pagination: codec.unpack(print).pagination };
  const { bytes, fill } = earlier.layouts.slot(key);
  if (bytes !== undefined) return codec.unpack(bytes);
  const layout = await work();
  if (layout.pagination.state === 'painted') fill(() => codec.pack(layout));
  return layout;
}

function keyOf({ resources, options, choice }: Printable): Key {
  const { size, mtimeMs } = statSync(choice.executable);
  const browser = [choice.executable, size, mtimeMs, choice.dictionaries, choice.env];
  const files = [...resources].flatMap(([path, { bytes, mediaType }]) => [
    path,
    mediaType,
    typeof bytes === 'string' || !isStored(bytes) ? bytes : bytes.sha256,
  ]);
  return [JSON.stringify({ browser, options }), ...files];
}
