import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../book/errors.ts';
import { isMetadataName, isOfRepository, vivliostyleNames } from '../read/sources/names.ts';

/** Files by which the books of other programs are known for certain. */
const signs: ReadonlyArray<string> = [
  '_bookdown.yml',
  '_quarto.yml',
  'book.toml',
  'book.json',
  '_toc.yml',
  'mkdocs.yml',
  'SUMMARY.md',
  ...vivliostyleNames,
];

/** Whether a file at the top of a folder tells that this is a book itself. */
function isOfBook(name: string, folder: string): boolean {
  // Beside folders in several languages one may say what these share, and no more.
  if (name === 'book.json') return /"(?:root|structure)"/.test(readFileSync(join(folder, name), 'utf8'));
  if (name === '.gitbook.yaml') return /^(?:root|structure):/m.test(readFileSync(join(folder, name), 'utf8'));
  if (signs.includes(name) || isMetadataName(name)) return true;
  if (/^(?:LANGS\.md|Book\.txt|content|\.obsidian|(?:book|colophon|_config)\.ya?ml)$/.test(name)) return true;
  return /\.(?:md|markdown|qmd|rmd)$/i.test(name) && !isOfRepository(name) && !name.startsWith('.');
}

/**
 * The folder of the book in a folder that somebody has named: that itself, or the one in it that another program's files
 * say is a book, where no text stands beside it but what repositories have.
 *
 * @throws {UsageError} where there are several such
 */
export function bookWithin(folder: string): string {
  const names = statSync(folder).isDirectory() ? readdirSync(folder) : [];
  if (names.some((name) => isOfBook(name, folder))) return folder;
  const found = names
    .filter((name) => !/^(?:\.|node_modules$)/.test(name))
    .flatMap((name) => {
      const sign = signs.find((each) => existsSync(join(folder, name, each)));
      return sign === undefined ? [] : [{ name, sign }];
    });
  const [first, second] = found;
  if (first === undefined) return folder;
  if (second === undefined) return join(folder, first.name);
  const each = found.map(({ name, sign }) => `${name} (${sign})`).join(', ');
  throw new UsageError(
    `The folder "${folder}" holds ${found.length} books: ${each}. Name the one to build: ${join(folder, first.name)}`,
  );
}
