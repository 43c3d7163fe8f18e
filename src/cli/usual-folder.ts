import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../book/errors.ts';

/**
 * The folder that is meant where none is named: `manuscript`, or the current one where a book lies in it.
 *
 * @param names the files by which a book, or a list of books, is known
 * @throws {UsageError} where there is neither
 */
export function usualFolder(names: readonly string[] = ['book.yaml', 'book.yml']): string {
  if (existsDirectory('manuscript')) return 'manuscript';
  if (names.some((name) => existsSync(name))) return '.';
  throw new UsageError(
    'There is no folder "manuscript" here, and no book.yaml. Name the folder of the book, or begin one: colophon init my-book',
  );
}

/** Whether a folder lists the books of a series, and is none itself. */
export function isSeries(folder: string): boolean {
  const [list, book] = ['colophon.yaml', 'book.yaml'].map((name) => existsSync(join(folder, name)));
  return list === true && book === false;
}

/** Whether there is a folder at the path. */
export function existsDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
