import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { markdownNames } from './markdown-path.ts';

/** What is to be done about texts that are no Markdown by their names, by ending. */
const remedies: Readonly<Record<string, string>> = {
  '.qmd': 'rename to .md; code in them is printed, not run',
  '.rmd': 'rename to .md; code in them is printed, not run',
  '.mdx': 'rename to .md; components in them are not run',
  '.txt': 'rename to .md what is written in Markdown',
  '.ipynb': 'convert with jupyter nbconvert --to markdown',
  ...Object.fromEntries(
    ['.rst', '.adoc', '.tex', '.docx', '.odt', '.html'].map((ending) => [ending, 'convert with pandoc']),
  ),
};

/** Folders that hold no chapters. */
const ignored = /^(?:\.|node_modules$|dist$|images?$|assets$|fonts$)/i;

/**
 * What lies in a folder where Markdown was sought, in a sentence that says what to do; nothing where
 * nothing there is a text.
 *
 * @param root the real path of the manuscript folder
 */
export async function seenInstead(root: string): Promise<string | undefined> {
  for (const [folder, names] of await foldersIn(root)) {
    const { length: count } = markdownNames(names);
    if (count === 0) continue;
    const files = `${count} Markdown file${count === 1 ? '' : 's'}`;
    return `The folder ${folder}/ holds ${files}: list under contents: (- ${folder}/name.md), or build that folder.`;
  }
  const endings = (await readdir(root)).map((name) => extname(name));
  for (const [ending, remedy] of Object.entries(remedies)) {
    const found = endings.filter((each) => each.toLowerCase() === ending);
    const [first] = found;
    if (first === undefined) continue;
    const files = found.length === 1 ? `is 1 ${first} file` : `are ${found.length} ${first} files`;
    return `There ${files}: ${remedy}.`;
  }
  return undefined;
}

/**
 * The folder below that holds a book.yaml, if there is one.
 *
 * @param root the real path of a folder without one
 */
export async function bookBelow(root: string): Promise<string | undefined> {
  return (await foldersIn(root)).find(([, names]) => names.includes('book.yaml'))?.[0];
}

/** The folders in a folder that may hold chapters, and the names in them. */
async function foldersIn(root: string): Promise<Array<readonly [folder: string, names: string[]]>> {
  const entries = await readdir(root, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && !ignored.test(entry.name));
  const names = folders.map(({ name }) => name).toSorted();
  return Promise.all(
    names.map(async (name) => [name, await readdir(join(root, name)).catch((): string[] => [])] as const),
  );
}
