import { posix } from 'node:path';
import type { SourceBook, SourceFolder } from '../source-book.ts';
import { filesIn } from './files-in.ts';
import { readPlainFolder } from './plain-folder.ts';

/** A vault of Obsidian: a folder of Markdown files that link to each other by their names. */
export async function readObsidian({ root, names }: SourceFolder): Promise<SourceBook | undefined> {
  const book = await readPlainFolder({ root, names });
  if (book === undefined) return undefined;
  return {
    ...book,
    program: 'a vault of Obsidian',
    // Notes are called what their files are, and have no numbers.
    entries: book.entries.map((entry) =>
      entry.path === undefined
        ? entry
        : { title: posix.basename(entry.path).replace(/\.\w+$/, ''), ...entry, numbered: false },
    ),
    dialect: {
      steps: new Set(['note-embeds', 'wiki-links', 'formulas', 'images']),
      imageFolders: [''],
      files: await filesIn(root),
    },
  };
}
