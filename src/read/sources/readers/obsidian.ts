import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { SourceBook, SourceFolder } from '../source-book.ts';
import { readPlainFolder } from './plain-folder.ts';

/** A vault of Obsidian: a folder of Markdown files that link to each other by their names. */
export async function readObsidian({ root, names }: SourceFolder): Promise<SourceBook | undefined> {
  const book = await readPlainFolder({ root, names });
  if (book === undefined) return undefined;
  return {
    ...book,
    program: 'a vault of Obsidian',
    dialect: {
      steps: new Set(['wiki-links', 'formulas', 'images']),
      imageFolders: [''],
      files: await filesIn(root),
    },
  };
}

/** The paths of all files that notes may name. */
async function filesIn(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !/(?:^|\/)[.]/.test(path) && !path.includes('node_modules/'))
    .toSorted();
}
