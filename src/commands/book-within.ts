import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../book/errors.ts';
import { vivliostyleNames } from '../read/sources/names.ts';

/** Files by which the books of other programs are known for certain. */
const signs: ReadonlyArray<string> = [
  '_bookdown.yml',
  '_quarto.yml',
  'book.toml',
  'book.json',
  '_toc.yml',
  'mkdocs.yml',
  ...vivliostyleNames,
];

/** Files that stand at the top of repositories and are no text of a book. */
const ofRepository =
  /^(?:readme|contribut|licen[cs]e|copying|changelog|code[-_]of|security|support|translat|todo|roadmap|agents|claude)/i;

/**
 * The folder of the book in a folder that somebody has named: that itself, or the one in it that another program's files
 * say is a book, where no text stands beside it but what repositories have.
 *
 * @throws {UsageError} where there are several such
 */
export function bookWithin(folder: string): string {
  const names = statSync(folder).isDirectory() ? readdirSync(folder) : [];
  const isRepository = names.every(
    (name) =>
      !/\.(?:md|markdown|qmd|rmd|ya?ml)$/i.test(name) || ofRepository.test(name) || name.startsWith('.'),
  );
  if (
    !isRepository ||
    names.some((name) => signs.includes(name) || name === 'SUMMARY.md' || name === 'LANGS.md')
  )
    return folder;
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
