import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { UsageError } from '../book/errors.ts';
import { markdownNames } from '../read/files/markdown-path.ts';
import { parseLanguage } from '../read/values/language-tag.ts';
import { Fault } from '../read/values/fault.ts';

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
}

/** The kinds of books there is a beginning for. */
export async function kinds(): Promise<Kind[]> {
  const listed = JSON.parse(await readFile(new URL('starters.json', starters), 'utf8')) as Readonly<
    Record<string, Omit<Kind, 'name'>>
  >;
  return Object.entries(listed).map(([name, kind]) => ({ name, ...kind }));
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
  const language = parseLanguage(book.language);
  if (language instanceof Fault)
    throw new UsageError([language.reason, language.hint ?? ''].join('. ').trim());
  const there = await readdir(folder).catch((): string[] => []);
  if (there.includes('book.yaml'))
    throw new UsageError(`${folder} holds a book already: there is a book.yaml`);
  const files = new Map<string, string>([
    ['book.yaml', bookYaml({ ...book, language })],
    ...(there.includes('.gitignore') ? [] : [['.gitignore', 'dist/\nnode_modules/\n'] as const]),
    ...(markdownNames(there).length > 0 ? [] : await starterFiles(book.kind)),
  ]);
  const taken = [...files.keys()].map((path) => join(folder, path)).find((path) => existsSync(path));
  if (taken !== undefined) throw new UsageError(`${taken} is there already`);
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text, { flag: 'wx' });
  }
  return [...files.keys()];
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

/** A book.yaml with the keys that one will want, those not used yet as comments. */
function bookYaml({ title, author, language, kind, theme, trim, printer, year }: NewBook): string {
  return `# What the book is. The Handbook tells of every key.
title: ${value(title)}
# subtitle: What it is about
language: ${language}
contributors:
  - { name: ${value(author)}, role: author }
# publisher: { name: The Press, place: The Town }
# date: ${year}
# description: One or two sentences for shops and libraries.

identifiers:
  # By this the book is known for good, whatever of it is corrected.
  id: urn:uuid:${randomUUID()}
  # epub: an ISBN of the e-book
  # print: an ISBN of the printed book

copyright:
  year: ${year}
  holder: ${value(author)}
  # license: CC-BY-4.0

# cover: { image: images/cover.jpg, alt: What the picture shows }
cover: { design: ${theme ?? kind.theme} }

print:
  theme: ${theme ?? kind.theme}
  ${trim === undefined ? '# trim: 6in x 9in' : `trim: ${value(trim)}`}
  ${printer === undefined ? '# printer: kdp' : `printer: ${value(printer)}`}
`;
}

/** A text as a value within a flow mapping, in quotes where YAML asks for them. */
function value(text: string): string {
  return stringify([text], { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false })
    .trim()
    .slice(1, -1);
}
