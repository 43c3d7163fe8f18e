import { readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { isMetadataName, vivliostyleNames } from './names.ts';
import { limits } from '../../book/limits.ts';
import { readText } from '../files/text-file.ts';
import { mappingIn } from './dialects/front-matter.ts';
import type { SourceBook, SourceFolder, SourceName, SourceReader } from './source-book.ts';

/** A kind of book, and what shows that a folder may hold one. */
interface Known {
  /** What `source:` in book.yaml calls it. */
  readonly name: SourceName;
  /** Names at the top of the folder, or what tells them, of which there is at least one. */
  readonly signs: ReadonlyArray<string> | ((name: string) => boolean);
  /** Whether the signs mean nothing beside a book.yaml. */
  readonly isWeak?: boolean;
  readonly load: () => Promise<SourceReader>;
}

const honkit: Known['load'] = async () => (await import('./readers/honkit.ts')).readHonkit;

/** The programs whose books are read, the more telling signs first. */
const known: ReadonlyArray<Known> = [
  {
    name: 'bookdown',
    signs: ['_bookdown.yml', '_bookdown.yaml'],
    load: async () => (await import('./readers/bookdown.ts')).readBookdown,
  },
  {
    name: 'quarto',
    signs: ['_quarto.yml', '_quarto.yaml'],
    load: async () => (await import('./readers/quarto.ts')).readQuarto,
  },
  {
    name: 'mdbook',
    signs: ['book.toml'],
    load: async () => (await import('./readers/mdbook.ts')).readMdbook,
  },
  { name: 'honkit', signs: ['book.json', '.gitbook.yaml'], load: honkit },
  { name: 'honkit', signs: ['SUMMARY.md', 'LANGS.md'], isWeak: true, load: honkit },
  {
    name: 'jupyter-book',
    signs: ['_toc.yml', 'myst.yml'],
    load: async () => (await import('./readers/jupyter-book.ts')).readJupyterBook,
  },
  {
    name: 'quire',
    signs: ['content', 'data'],
    isWeak: true,
    load: async () => (await import('./readers/quire.ts')).readQuire,
  },
  {
    name: 'jekyll',
    signs: ['_config.yml'],
    isWeak: true,
    load: async () => (await import('./readers/jekyll.ts')).readJekyll,
  },
  {
    name: 'mkdocs',
    signs: ['mkdocs.yml', 'mkdocs.yaml'],
    load: async () => (await import('./readers/mkdocs.ts')).readMkdocs,
  },
  {
    name: 'vivliostyle',
    signs: vivliostyleNames,
    load: async () => (await import('./readers/vivliostyle.ts')).readVivliostyle,
  },
  {
    name: 'leanpub',
    signs: ['Book.txt', 'manuscript'],
    isWeak: true,
    load: async () => (await import('./readers/leanpub.ts')).readLeanpub,
  },
  {
    name: 'obsidian',
    signs: ['.obsidian'],
    isWeak: true,
    load: async () => (await import('./readers/obsidian.ts')).readObsidian,
  },
  {
    // Files in R Markdown by themselves are a book of bookdown that is content with its habits.
    name: 'bookdown',
    signs: (name) => /^[^_].*\.rmd$/i.test(name),
    isWeak: true,
    load: async () => (await import('./readers/bookdown.ts')).readBookdown,
  },
  {
    name: 'pandoc',
    signs: isMetadataName,
    isWeak: true,
    load: async () => (await import('./readers/pandoc.ts')).readPandoc,
  },
];

/**
 * The book that another program's files in a folder say there is, or that its texts are by themselves;
 * nothing of the folder is run.
 *
 * @param root the real path of the manuscript folder
 * @param text the name of the one text that is the book, where it is not the folder
 */
export async function findSource(root: string, text?: string): Promise<SourceBook | undefined> {
  if (text !== undefined) return (await import('./readers/single-file.ts')).readSingleFile(root, text);
  const names = new Set(await readdir(root));
  const hasOwn = names.has('book.yaml');
  const stated = hasOwn ? await statedSource(root) : undefined;
  for (const { name, signs, isWeak = false, load } of known) {
    if (stated === undefined ? hasOwn && isWeak : stated !== name) continue;
    if (!(typeof signs === 'function' ? [...names].some(signs) : signs.some((each) => names.has(each))))
      continue;
    const read = await load();
    const book = await read({ root, names });
    // What its program lists and is not read, is told of, rather than that the folder is taken for another book.
    if (book !== undefined && (book.entries.length > 0 || book.file.messages.length > 0))
      return { ...book, name };
  }
  if (hasOwn) return undefined;
  const plain = await (await import('./readers/plain-folder.ts')).readPlainFolder({ root, names });
  return plain && ((await withMetadata({ root, names }, plain)) ?? plain);
}

/** The book of a folder whose texts lie in one below it, beside the metadata that Pandoc is given. */
async function withMetadata(
  folder: SourceFolder,
  { entries, values: { citations } }: SourceBook,
): Promise<SourceBook | undefined> {
  const below = sharedFolder(entries.flatMap(({ path }) => path ?? []));
  if (below === '' || !(await readdir(join(folder.root, below))).some(isMetadataName)) return undefined;
  const book = await (await import('./readers/pandoc.ts')).readPandoc(folder, below);
  if (book === undefined) return undefined;
  return { ...book, name: 'pandoc', values: { ...(citations && { citations }), ...book.values } };
}

/** The folder that all paths lead through; nothing where there is none. */
function sharedFolder(paths: ReadonlyArray<string>): string {
  const [first = [], ...others] = paths.map((path) => posix.dirname(path).split('/'));
  const count = first.findIndex((name, index) => others.some((folders) => folders[index] !== name));
  return first
    .slice(0, count === -1 ? undefined : count)
    .join('/')
    .replace(/^\.$/, '');
}

/** The program that book.yaml itself names. */
async function statedSource(root: string): Promise<string | undefined> {
  const { file, fault } = await readText(root, 'book.yaml', limits['book-yaml-size'].most);
  const stated = fault === undefined ? mappingIn(String(file))['source'] : undefined;
  return typeof stated === 'string' ? stated : undefined;
}
