import { readdir } from 'node:fs/promises';
import type { SourceBook, SourceReader } from './source-book.ts';

/** A kind of book, and what shows that a folder may hold one. */
interface Known {
  /** Names at the top of the folder, of which there is at least one. */
  readonly signs: ReadonlyArray<string>;
  /** Whether the signs mean nothing beside a book.yaml. */
  readonly isWeak?: boolean;
  readonly load: () => Promise<SourceReader>;
}

/** The programs whose books are read, the more telling signs first. */
const known: ReadonlyArray<Known> = [
  { signs: ['book.toml'], load: async () => (await import('./readers/mdbook.ts')).readMdbook },
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
