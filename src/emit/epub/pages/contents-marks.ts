import type { Element, Root, RootContent } from 'hast';
import type { NavEntry } from '../navigation.ts';
import type { ContentsPage } from './page-list.ts';

/**
 * What the entries lead to with which pages of the printed contents begin: the id by the spot where a page begins. A
 * page that begins above the first entry is not among them.
 *
 * @param tree the printed contents
 */
export function entriesAt(tree: Root, spots: ReadonlySet<number>): Map<number, string> {
  const entries = new Map<number, string>();
  let waiting: number[] = [];
  const visit = (node: RootContent, inItem: boolean, link: string | undefined): void => {
    if (node.type !== 'element') return;
    const { dataSpot } = node.properties;
    const inner = linkedId(node) ?? link;
    const isIn = inItem || node.tagName === 'li';
    if (isIn && dataSpot !== undefined && spots.has(Number(dataSpot))) waiting.push(Number(dataSpot));
    if (inner !== undefined) {
      for (const spot of waiting) entries.set(spot, inner);
      waiting = [];
    }
    for (const child of node.children) visit(child, isIn, inner);
  };
  for (const child of tree.children) visit(child, false, undefined);
  return entries;
}

function linkedId({ tagName, properties: { href } }: Element): string | undefined {
  return tagName === 'a' && typeof href === 'string' && href.startsWith('#') ? href.slice(1) : undefined;
}

/**
 * The contents of the e-book with the marks of the pages of the printed ones, each before the entry with which its page
 * begins, and those that stand before all entries.
 *
 * @param addressOf where an id stands
 */
export function markedContents(
  contents: ReadonlyArray<NavEntry>,
  pages: ReadonlyArray<ContentsPage>,
  addressOf: (id: string) => string | undefined,
): { readonly entries: ReadonlyArray<NavEntry>; readonly opening: ReadonlyArray<ContentsPage> } {
  const opening: ContentsPage[] = [];
  const byEntry = new Map<string, ContentsPage[]>();
  for (const page of pages) {
    const href = page.entry === undefined ? undefined : addressOf(page.entry);
    if (href === undefined) opening.push(page);
    else byEntry.set(href, [...(byEntry.get(href) ?? []), page]);
  }
  const marked = (entry: NavEntry): NavEntry => {
    const here = byEntry.get(entry.href) ?? [];
    byEntry.delete(entry.href);
    return { ...entry, ...(here.length > 0 && { pages: here }), children: entry.children.map(marked) };
  };
  const entries = contents.map(marked);
  // The list of pages has the order of the text: all or none stand at entries.
  return byEntry.size > 0 ? { entries: contents, opening: pages } : { entries, opening };
}
