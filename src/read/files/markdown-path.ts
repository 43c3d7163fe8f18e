import { extname } from 'node:path';
import { onePathSpelling } from '../../book/addresses/file-path.ts';
import { Fault } from '../values/fault.ts';
import { parsed } from '../yaml/schema.ts';
import { naturalOrder } from './natural-order.ts';
import { parsePath } from './paths.ts';
import { dictionary } from '../../book/dictionary.ts';

/** What is lost when a file of another kind is read as Markdown, by its ending. */
const renamed = dictionary<string>({
  '.qmd': 'Rename it so that it ends in .md: code is printed and not run, so put its results into the text.',
  '.rmd': 'Rename it so that it ends in .md: code is printed and not run, so put its results into the text.',
  '.mdx': 'Rename it so that it ends in .md: components and imports are not run.',
  '.txt': 'If it is written in Markdown, rename it so that it ends in .md.',
  '.mkd': 'Rename it so that it ends in .md.',
  '.mdown': 'Rename it so that it ends in .md.',
});

const accepted = 'the path of a Markdown file';

/** A Markdown file by its path, relative to the manuscript folder. */
export const markdownPath = parsed(accepted, (written) => {
  if (/\.(?:md|markdown)$/i.test(written)) return parsePath(written);
  const ending = extname(written).toLowerCase();
  if (ending === '')
    return new Fault(`"${written}" is no Markdown file, as its name has it`, {
      hint: `Write ${written}.md, if that is the file.`,
    });
  return new Fault(`"${written}" is no Markdown file, as its name has it`, {
    hint:
      renamed[ending] ??
      `Convert it to Markdown, for instance with pandoc, and list the file that ends in .md.`,
  });
});

/** What stands beside a book in repositories and is no chapter of it. */
const besideBooks = /^(?:SUMMARY|CONTRIBUTING|LICEN[CS]E|CHANGELOG|CODE_OF_CONDUCT)\.md$/;

/** Whether a Markdown file is about the manuscript and no chapter, unless `contents:` lists it. */
export function isBesideBook(name: string): boolean {
  return besideBooks.test(name) || /^readme\./i.test(name);
}

/** The Markdown files among these names, in natural order, without hidden ones and backups. */
export function markdownNames(names: ReadonlyArray<string>): string[] {
  return names
    .filter((name) => /\.(?:md|markdown)$/i.test(name) && !/^\.|^~|~\.\w+$|\.bak\.\w+$/i.test(name))
    .map(onePathSpelling)
    .toSorted(naturalOrder);
}
