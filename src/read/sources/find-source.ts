import { readdir } from 'node:fs/promises';
import { metadataNames, vivliostyleNames } from './names.ts';
import type { SourceBook, SourceReader } from './source-book.ts';

/** A kind of book, and what shows that a folder may hold one. */
interface Known {
  /** Names at the top of the folder, of which there is at least one. */
  readonly signs: ReadonlyArray<string>;
  /** Whether the signs mean nothing beside a book.yaml. */
  readonly isWeak?: boolean;
  readonly load: () => Promise<SourceReader>;
}

const honkit: Known['load'] = async () => (await import('./readers/honkit.ts')).readHonkit;

/** The programs whose books are read, the more telling signs first. */
const known: ReadonlyArray<Known> = [
  {
    signs: ['_bookdown.yml', '_bookdown.yaml'],
    load: async () => (await import('./readers/bookdown.ts')).readBookdown,
  },
  {
    signs: ['_quarto.yml', '_quarto.yaml'],
    load: async () => (await import('./readers/quarto.ts')).readQuarto,
  },
  { signs: ['book.toml'], load: async () => (await import('./readers/mdbook.ts')).readMdbook },
  { signs: ['book.json', '.gitbook.yaml'], load: honkit },
  { signs: ['SUMMARY.md', 'LANGS.md'], isWeak: true, load: honkit },
  {
    signs: ['_toc.yml', 'myst.yml'],
    load: async () => (await import('./readers/jupyter-book.ts')).readJupyterBook,
  },
  {
    signs: vivliostyleNames,
    load: async () => (await import('./readers/vivliostyle.ts')).readVivliostyle,
  },
  {
    signs: ['Book.txt', 'manuscript'],
    isWeak: true,
    load: async () => (await import('./readers/leanpub.ts')).readLeanpub,
  },
  {
    signs: ['.obsidian'],
    isWeak: true,
    load: async () => (await import('./readers/obsidian.ts')).readObsidian,
  },
  {
    signs: metadataNames,
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
  for (const { signs, isWeak = false, load } of known) {
    if ((hasOwn && isWeak) || !signs.some((name) => names.has(name))) continue;
    const read = await load();
    const book = await read({ root, names });
    if (book !== undefined && book.entries.length > 0) return book;
  }
  if (hasOwn) return undefined;
  return (await import('./readers/plain-folder.ts')).readPlainFolder({ root, names });
}
