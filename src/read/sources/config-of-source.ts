import { stringify } from 'yaml';
import type { SourceBook, SourceEntry } from './source-book.ts';

type Item = string | { readonly part: string; readonly contents: Item[] };

/**
 * The lines of a book.yaml that say what the files of another program do.
 *
 * @param source the book
 */
export function configOfSource({ values, entries, isOneText }: SourceBook): string {
  const { author = [], ...others } = values;
  const [first] = author;
  return stringify(
    {
      ...others,
      ...(first !== undefined && { author: author.length === 1 ? first : author }),
      // Other kinds of files only their own program lists.
      ...(isOneText !== true && areMarkdown(entries) && { contents: contentsOf(entries) }),
    },
    { lineWidth: 0 },
  ).trimEnd();
}

function areMarkdown(entries: ReadonlyArray<SourceEntry>): boolean {
  return entries.every(({ path }) => path === undefined || /\.(?:md|markdown)$/i.test(path));
}

function contentsOf(entries: ReadonlyArray<SourceEntry>): Item[] {
  const contents: Item[] = [];
  const open: Item[][] = [contents];
  for (const entry of entries) {
    const list = open[entry.within ?? 0] ?? open.at(-1) ?? contents;
    open.length = open.indexOf(list) + 1;
    if (entry.path !== undefined) {
      if (!list.includes(entry.path)) list.push(entry.path);
    } else {
      const part = { part: entry.part, contents: [] };
      list.push(part);
      open.push(part.contents);
    }
  }
  return contents;
}
