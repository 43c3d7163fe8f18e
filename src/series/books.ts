import { realpath, stat } from 'node:fs/promises';
import { basename, extname, join, relative, resolve } from 'node:path';
import { UsageError } from '../book/errors.ts';

/** A book of a series. */
export interface SeriesBook {
  /** What it is called among the others: the name of its folder. */
  readonly name: string;
  /** The manuscript, as it was typed. */
  readonly folder: string;
  /** Where its release goes. */
  readonly out: string;
}

/** The books of a series, and what was named and is none. */
export interface FoundBooks {
  readonly books: ReadonlyArray<SeriesBook>;
  readonly passedOver: ReadonlyArray<string>;
}

interface Found {
  readonly path: string;
  readonly real: string;
  readonly isFolder: boolean;
}

/**
 * The books that are meant by several paths, as a shell makes them of `books/*`: the folders among them, or, where
 * there is none, the texts. What was named twice is one book.
 *
 * @param out the folder for all releases, each in a folder of its own; it is no book itself
 * @throws {UsageError} where a path leads nowhere, no book is among them, or two would go to the same place
 */
export async function booksAt(paths: ReadonlyArray<string>, out: string): Promise<FoundBooks> {
  const outputs = await realpath(out).catch(() => resolve(out));
  const found = await Promise.all(paths.map(look));
  const isOfFolders = found.some(({ isFolder }) => isFolder);
  const isBook = ({ real, isFolder }: Found): boolean =>
    isOfFolders ? isFolder && real !== outputs : /\.(?:md|markdown|qmd|rmd)$/i.test(real);
  const chosen = [...new Map(found.filter(isBook).map((each) => [each.real, each])).values()];
  if (chosen.length === 0) throw new UsageError(`There is no book among ${paths.join(', ')}`);
  const books = chosen.map(({ path, isFolder }): SeriesBook => {
    const whole = basename(resolve(path));
    const name = isFolder ? whole : basename(whole, extname(whole));
    return { name, folder: path, out: join(out, name) };
  });
  assertApart(books);
  return { books, passedOver: found.filter((each) => !isBook(each)).map(({ path }) => path) };
}

async function look(path: string): Promise<Found> {
  try {
    const real = await realpath(path);
    return { path: tidied(path), real, isFolder: (await stat(real)).isDirectory() };
  } catch (error) {
    throw new UsageError(`The manuscript folder "${path}" does not exist or cannot be read`, {
      cause: error,
    });
  }
}

/** Without what changes nothing: "./books/a/" is "books/a". */
function tidied(path: string): string {
  return relative('.', path) || '.';
}

/** Where upper and lower case are one to the file system, so are two names that differ in nothing else. */
function assertApart(books: ReadonlyArray<SeriesBook>): void {
  const taken = new Map<string, SeriesBook>();
  for (const book of books) {
    const key = book.name.normalize('NFC').toLowerCase();
    const other = taken.get(key);
    if (other !== undefined)
      throw new UsageError(
        `Two books would go to ${book.out}: ${other.folder} and ${book.folder}. Give one of the folders another name, or build them one by one with --out`,
      );
    taken.set(key, book);
  }
}
