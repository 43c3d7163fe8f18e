import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UsageError } from '../book/errors.ts';
import type { ImportedFiles } from '../import/imported.ts';
import { markdownNames } from '../read/files/markdown-path.ts';
import { printerNames } from '../read/printers/printer.ts';
import { themeNames } from '../read/templates/theme.ts';
import { newBookYaml } from './new-book-yaml.ts';
import { notAmong } from './not-among.ts';
import { parseLanguage } from '../read/values/language-tag.ts';
import { Fault } from '../read/values/fault.ts';
import { parseTrim } from '../read/values/measures.ts';

const starters = new URL('templates/starters/', import.meta.resolve('colophon/package.json'));

/** A kind of book to begin with. */
export interface Kind {
  readonly name: string;
  /** For readers: "a novel or stories". */
  readonly title: string;
  /** The interior that suits it. */
  readonly theme: string;
}

/** What a new book is to be. */
export interface NewBook {
  readonly title: string;
  readonly author: string;
  /** BCP 47. */
  readonly language: string;
  readonly kind: Kind;
  readonly theme?: string;
  readonly trim?: string;
  readonly printer?: string;
  /** For the copyright notice. */
  readonly year: number;
  /** What the book is made from; it takes the place of the first chapter that a new book has. */
  readonly from?: ImportedFiles;
}

/** The kinds of books there is a beginning for. */
export async function kinds(): Promise<Kind[]> {
  const listed = JSON.parse(await readFile(new URL('starters.json', starters), 'utf8')) as Readonly<
    Record<string, Omit<Kind, 'name'>>
  >;
  return Object.entries(listed).map(([name, kind]) => ({ name, ...kind }));
}

/**
 * A document of another program as the beginning of a book. What reads it is loaded only here.
 *
 * @param known what is known better than the document knows it
 * @throws {UsageError} where there is no such file, or nothing that can be read
 */
export async function documentAt(
  path: string,
  known: { readonly title?: string; readonly language?: string },
): Promise<ImportedFiles> {
  const { importFile } = await import('../import/import-file.ts');
  return importFile(path, known);
}

/**
 * Writes the book.yaml that says what the files of another program do, beside them.
 *
 * @param folder the folder of that program's book, which is there
 * @returns what it was read as
 * @throws {UsageError} where it holds none, or a book.yaml already
 */
export async function initializeFrom(folder: string): Promise<string> {
  const path = join(folder, 'book.yaml');
  if (existsSync(path)) throw new UsageError(`${folder} holds a book already: there is a book.yaml`);
  const { findSource } = await import('../read/sources/find-source.ts');
  const source = await findSource(await realpath(folder));
  if (source === undefined) throw new UsageError(`${folder} holds no book of another program`);
  const { ownConfig } = await import('../read/sources/config-of-source.ts');
  await writeFile(path, ownConfig(source, randomUUID()), { flag: 'wx' });
  return [source.program, ...(source.readFrom.length === 0 ? [] : [source.readFrom.join(', ')])].join(': ');
}

/**
 * Writes the beginning of a book into a folder: a book.yaml, and chapters where there are none. No file
 * that is there is changed.
 *
 * @param folder the folder, which is made where there is none
 * @returns the paths of what was written, within the folder
 * @throws {UsageError} where the folder holds a book, or a file by the name of one to be written
 */
export async function initialize(folder: string, book: NewBook): Promise<string[]> {
  const language = languageOf(book.language);
  if (book.theme !== undefined) assertAmong('--theme', book.theme, await themeNames());
  if (book.printer !== undefined) assertAmong('--printer', book.printer, await printerNames());
  const trim = book.trim === undefined ? undefined : parseTrim(book.trim);
  if (trim instanceof Fault) throw new UsageError([trim.reason, trim.hint ?? ''].join('. ').trim());
  const there = await readdir(folder).catch((): string[] => []);
  if (there.includes('book.yaml'))
    throw new UsageError(
      `${folder} holds a book already: there is a book.yaml. Begin another in a folder of its own`,
    );
  const files = new Map<string, string | Uint8Array>([
    ['book.yaml', newBookYaml({ ...book, language })],
    ...(there.includes('.gitignore') ? [] : [['.gitignore', 'dist/\nnode_modules/\n'] as const]),
    ...(await chaptersOf(book, markdownNames(there).length > 0)),
  ]);
  const taken = [...files.keys()].map((path) => join(folder, path)).find((path) => existsSync(path));
  if (taken !== undefined) throw new UsageError(`${taken} is there already`);
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text, { flag: 'wx' });
  }
  return [...files.keys()];
}

/**
 * The tag of the language that somebody names.
 *
 * @throws {UsageError} where it is none, with what to write
 */
export function languageOf(stated: string): string {
  const language = parseLanguage(stated);
  if (!(language instanceof Fault)) return language;
  const hint = language.hint ?? 'Write one, such as en, de, pt-BR or zh-Hant.';
  throw new UsageError(`${language.reason}. ${hint}`);
}

function assertAmong(option: string, value: string, known: ReadonlyArray<string>): void {
  if (!known.includes(value)) throw notAmong(option, value, known);
}

/** The text that the book is made from, else a first chapter where there is none yet. */
async function chaptersOf(
  { from, kind }: NewBook,
  isWritten: boolean,
): Promise<Iterable<readonly [path: string, content: string | Uint8Array]>> {
  if (from !== undefined) return from.files;
  return isWritten ? [] : starterFiles(kind);
}

async function starterFiles({ name }: Kind): Promise<Array<readonly [path: string, text: string]>> {
  const root = new URL(`${name}/`, starters);
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.pathname.length))
    .toSorted();
  return Promise.all(paths.map(async (path) => [path, await readFile(new URL(path, root), 'utf8')] as const));
}
