import type { Book } from '../../book/book.ts';
import { freeId, takenIds } from '../free-id.ts';
import { generatedSection } from '../generated-section.ts';
import { allEntries, findEntry, indexEntries, isEmpty, type IndexEntry } from './index-entries.ts';
import { indexList } from './index-list.ts';
import { reportIndex } from './index-messages.ts';
import { indexPlaces } from './index-places.ts';

/**
 * The book with its index: a section of role `index` at the end of the back matter, before a
 * colophon, or an author's own, which takes the entries after its text. A book without marks and
 * without index.yaml has none.
 *
 * @param book the book, its notes placed
 */
export function attachIndex(book: Book): Book {
  const concordance = book.concordance ?? [];
  const tree = indexEntries(indexPlaces(book), concordance);
  reportIndex(tree, concordance);
  const { entries } = tree;
  if ([...entries.values()].every(isEmpty)) return book;
  const { back, labels, metadata } = book;
  const own = back.findIndex(({ role }) => role === 'index');
  const section = back[own];
  const list = indexList({
    language: section?.language ?? metadata.language,
    labels,
    entries,
    ids: idsOf(entries, book),
  });
  if (section !== undefined) {
    const extended = { ...section.tree, children: [...section.tree.children, list] };
    return { ...book, back: back.with(own, { ...section, tree: extended }) };
  }
  const index = { ...generatedSection(book, 'index', 'index', labels.index, [list]), toc: true };
  const colophon = back.findIndex(({ role }) => role === 'colophon');
  return { ...book, back: back.toSpliced(colophon === -1 ? back.length : colophon, 0, index) };
}

/** Ids for the entries that others send readers to. */
function idsOf(entries: ReadonlyMap<string, IndexEntry>, book: Book): Map<IndexEntry, string> {
  const ids = new Map<IndexEntry, string>();
  const taken = takenIds(book);
  for (const { see, also } of allEntries(entries)) {
    for (const { path } of [...see, ...also]) {
      const target = findEntry(entries, path);
      if (target === undefined || ids.has(target)) continue;
      const id = freeId(`index--entry-${ids.size + 1}`, taken);
      taken.add(id);
      ids.set(target, id);
    }
  }
  return ids;
}
