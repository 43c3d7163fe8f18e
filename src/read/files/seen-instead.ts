import { readdir, realpath } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { isBesideBook, markdownNames } from './markdown-path.ts';
import { dictionary } from '../../book/dictionary.ts';

/** What is to be done about texts that are no Markdown by their names, by ending. */
const remedies = dictionary<string>({
  '.qmd': 'rename to .md; code in them is printed, not run',
  '.rmd': 'rename to .md; code in them is printed, not run',
  '.mdx': 'rename to .md; components in them are not run',
  '.txt': 'rename to .md what is written in Markdown',
  '.ipynb': 'convert with jupyter nbconvert --to markdown',
  ...Object.fromEntries(['.rst', '.adoc', '.tex', '.odt'].map((ending) => [ending, 'convert with pandoc'])),
});

/** What is to be done about a text, or texts, of an ending. */
function remedyFor(ending: string, name: string): string | undefined {
  if (!['.docx', '.html'].includes(ending)) return remedies[ending];
  return `bring it in as Markdown with \`colophon init FOLDER --from ${/\s/.test(name) ? `"${name}"` : name}\``;
}

/** Texts that may be chapters by their names; plain text and HTML are more often something else. */
const manuscripts = /\.(?:docx|odt|rst|adoc|tex|ipynb|qmd|rmd|mdx)$/i;

/** Styles as they are called elsewhere; a book has its own in theme.css. */
const styles = /^(?:theme|styles?|book)\.css$/i;

/** Folders in which authors keep what is not, or no longer, or not yet in the book. */
const putAway = /^(?:drafts?|archive|attic|old|notes|research|templates?)$/i;

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
  const names = await readdir(root);
  for (const ending of [...Object.keys(remedies), '.docx', '.html']) {
    const found = names.filter((name) => extname(name).toLowerCase() === ending).toSorted();
    const [name] = found;
    if (name === undefined) continue;
    const first = extname(name);
    const remedy = remedyFor(ending, name);
    const files = found.length === 1 ? `is 1 ${first} file` : `are ${found.length} ${first} files`;
    return `There ${files}: ${remedy}.`;
  }
  return undefined;
}

/** Files that are likely chapters and are not read. */
export interface LeftOut {
  /** One sentence without a full stop. */
  readonly reason: string;
  readonly hint: string;
}

/**
 * What lies in a folder beside its chapters and could be some: texts that are no Markdown, and folders
 * of Markdown that are no books of their own.
 *
 * @param root the real path of a manuscript folder without `contents:`
 * @param read the files that are read, relative to it
 */
export async function leftOut(root: string, read: ReadonlyArray<string>): Promise<LeftOut[]> {
  // What is read by way of a link is not left out.
  const real = await Promise.all(read.map((path) => realpath(join(root, path)).catch(() => path)));
  const isRead = (path: string): boolean => real.includes(join(root, path));
  const all = await readdir(root);
  const texts = all.filter((name) => manuscripts.test(name) && !/^[.~]/.test(name));
  const sheets = all.includes('theme.css') ? [] : all.filter((name) => styles.test(name));
  const folders = (await foldersIn(root)).flatMap(([folder, names]): LeftOut[] => {
    const chapters = markdownNames(names).filter(
      (name) => !isBesideBook(name) && !isRead(`${folder}/${name}`),
    );
    if (chapters.length === 0 || putAway.test(folder) || names.includes('book.yaml')) return [];
    const files = chapters.length === 1 ? '1 Markdown file' : `${chapters.length} Markdown files`;
    return [
      {
        reason: `The folder ${folder}/ holds ${files} that the book does not have`,
        hint: `Without contents: only the files beside book.yaml are read. List what belongs to the book:\ncontents:\n  - ${folder}/${chapters[0] ?? ''}`,
      },
    ];
  });
  return [
    ...folders,
    ...sheets.toSorted().map((name) => ({
      reason: `"${name}" is not read: the styles of a book stand in theme.css`,
      hint: `Rename ${name} to theme.css.`,
    })),
    ...texts.toSorted().map((name) => ({
      reason: `"${name}" is no Markdown, so the book does not have it`,
      hint: `If it is a chapter: ${remedyFor(extname(name).toLowerCase(), name) ?? 'convert with pandoc'}.`,
    })),
  ];
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
