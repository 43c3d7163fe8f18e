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
    dialect: {
      steps: new Set(['wiki-links', 'formulas', 'images']),
      imageFolders: [''],
      files: await filesIn(root),
    },
  };
}
