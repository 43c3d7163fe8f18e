import { posix } from 'node:path';
import type { Link, List, ListItem, Nodes, Paragraph, RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { filePath } from '../../book/addresses/file-path.ts';
import type { SourceEntry } from './source-book.ts';

/** A line of a SUMMARY.md: what is listed, and what is listed below it. */
interface Item {
  readonly title: string;
  /** Relative to the folder of SUMMARY.md; absent where only a title stands. */
  readonly path?: string;
  readonly below: ReadonlyArray<Item>;
}

/** How programs differ in what they make of a SUMMARY.md. */
export interface SummaryHabits {
  /** The folder it lies in, relative to the manuscript folder; '' for that itself. */
  readonly folder: string;
  /** The first heading is the title of the list, whatever its depth; deeper or later ones open parts. */
  readonly parts: 'top' | 'below';
  /** Whether chapters outside of lists stand before and behind the numbered ones. */
  readonly hasUnnumbered: boolean;
}

/**
 * The order of a book as its SUMMARY.md has it (mdBook, GitBook, HonKit).
 *
 * @param text of the file
 */
export function entriesOfSummary(text: string, habits: SummaryHabits): SourceEntry[] {
  const root = unified().use(remarkParse).parse(text);
  const entries: SourceEntry[] = [];
  let within = 0;
  let isFirstHeading = true;
  for (const node of root.children) {
    if (node.type === 'heading') {
      const title = wordsOf(node);
      const isTitle = isFirstHeading && (habits.parts === 'below' || entries.length === 0);
      isFirstHeading = false;
      if (isTitle || title === '') continue;
      entries.push({ part: title, numbered: false });
      within = 1;
    } else if (node.type === 'paragraph') {
      const unnumbered = linksOf(node).flatMap((link) => itemOf(link, []) ?? []);
      // Behind the parts a chapter by itself belongs to none.
      if (unnumbered.length > 0 && habits.hasUnnumbered && isLast(node, root.children)) within = 0;
      entries.push(...flat(unnumbered, habits, within, 0).map((entry) => unnumberedIn(entry, habits)));
    } else if (node.type === 'list') entries.push(...flat(itemsOf(node), habits, within, 0));
  }
  return withoutEmptyParts(onlyOnce(entries));
}

function unnumberedIn(entry: SourceEntry, { hasUnnumbered }: SummaryHabits): SourceEntry {
  return hasUnnumbered && entry.path !== undefined ? { ...entry, numbered: false } : entry;
}

/** Whether no list follows. */
function isLast(node: RootContent, children: ReadonlyArray<RootContent>): boolean {
  return children.slice(children.indexOf(node)).every(({ type }) => type !== 'list' && type !== 'heading');
}

function itemsOf(list: List): Item[] {
  return list.children.flatMap((item) => itemIn(item) ?? []);
}

function itemIn(item: ListItem): Item | undefined {
  const paragraph = item.children.find((child): child is Paragraph => child.type === 'paragraph');
  const below = item.children.flatMap((child) => (child.type === 'list' ? itemsOf(child) : []));
  const [link] = paragraph === undefined ? [] : linksOf(paragraph);
  if (link !== undefined) return itemOf(link, below);
  const title = paragraph === undefined ? '' : wordsOf(paragraph);
  return title === '' && below.length === 0 ? undefined : { title, below };
}

function itemOf(link: Link, below: ReadonlyArray<Item>): Item | undefined {
  const title = wordsOf(link);
  const isOutside = /^[a-z][a-z0-9+.-]*:|^\/\//i.test(link.url);
  // The top of the book is that of its site, too.
  const path = isOutside ? '' : filePath(link.url.replace(/[?#].*$/, '')).replace(/^\/+/, '');
  if (isOutside && below.length === 0) return undefined;
  return { title, below, ...(path !== '' && { path }) };
}

function linksOf(paragraph: Paragraph): Link[] {
  return paragraph.children.filter((child): child is Link => child.type === 'link');
}

/** Words without markup. */
function wordsOf(node: Nodes): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value;
  if (node.type === 'break') return ' ';
  return 'children' in node
    ? node.children
        .map((child) => wordsOf(child))
        .join('')
        .replace(/\s+/g, ' ')
        .trim()
    : '';
}

/** A chapter with what stands below it; a title without a file opens a part, or is passed over where it holds nothing. */
function flat(
  items: ReadonlyArray<Item>,
  habits: SummaryHabits,
  within: number,
  below: number,
): SourceEntry[] {
  return items.flatMap(({ title, path, below: inner }): SourceEntry[] => {
    if (path === undefined) {
      if (inner.length === 0) return [];
      if (below > 0) return flat(inner, habits, within, below);
      const part: SourceEntry = { part: title, numbered: false, ...(within > 0 && { within }) };
      return [part, ...flat(inner, habits, within + 1, 0)];
    }
    const entry: SourceEntry = {
      path: posix.join(habits.folder, path),
      title,
      ...(within > 0 && { within }),
      ...(below > 0 && { below }),
    };
    return [entry, ...flat(inner, habits, within, below + 1)];
  });
}

/** A place within a text is listed by the path of that text too. */
function onlyOnce(entries: ReadonlyArray<SourceEntry>): SourceEntry[] {
  const paths = entries.map(({ path }) => path);
  return entries.filter(({ path }, index) => path === undefined || paths.indexOf(path) === index);
}

function withoutEmptyParts(entries: ReadonlyArray<SourceEntry>): SourceEntry[] {
  return entries.filter((entry, index) => {
    if (entry.path !== undefined) return true;
    const next = entries[index + 1];
    return next !== undefined && (next.within ?? 0) > (entry.within ?? 0);
  });
}
