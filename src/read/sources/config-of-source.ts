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

/**
 * A book.yaml to stand beside the files of another program: what they say, whose they are, and an identifier for good.
 *
 * @param uuid by which the book is known from now on
 */
export function ownConfig(source: SourceBook, uuid: string): string {
  const { name, program, readFrom } = source;
  const head = [
    `# What ${readFrom.length === 0 ? `this folder (${program})` : readFrom.join(', ')} says, under the keys of Colophon. What stands here goes before.`,
    ...(name === undefined ? [] : [`source: ${name}`]),
  ];
  const { identifiers, ...values } = source.values;
  const ids = stringify({ identifiers: { id: `urn:uuid:${uuid}`, ...identifiers } }, { lineWidth: 0 });
  return `${head.join('\n')}\n${configOfSource({ ...source, values })}\n${ids}`;
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
