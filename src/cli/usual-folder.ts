import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../book/errors.ts';
import { didYouMean } from '../book/nearest.ts';
import { bookWithin } from '../commands/book-within.ts';

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

/**
 * The folder of a book that somebody has named, be it by its book.yaml or by the folder above it; where none is named, the
 * usual one.
 *
 * @param named as typed
 * @param names the files by which a book, or a list of books, is known
 * @throws {UsageError} where there is none, with the one that is most like it
 */
export function bookFolder(named: string | undefined, names?: readonly string[]): string {
  if (named === undefined) return usualFolder(names);
  if (/^(?:book|colophon)\.ya?ml$/i.test(basename(named)) && existsSync(named)) return dirname(named);
  if (existsSync(named)) return bookWithin(named);
  const sentence = `The manuscript folder "${named}" does not exist or cannot be read`;
  const near = didYouMean(basename(named), foldersIn(dirname(named)));
  throw new UsageError(near === undefined ? sentence : `${sentence}. ${near}`);
}

function foldersIn(path: string): string[] {
  if (!existsDirectory(path)) return [];
  const entries = readdirSync(path, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
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
