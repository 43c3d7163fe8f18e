import type { PaginationOptions } from '../../pdf/page/pagination.ts';
import type { Layout } from '../layout/layout.ts';

/** What stands in the margins, by index of page; empty where nothing does. */
export interface MarginTexts {
  readonly heads: ReadonlyArray<string>;
  readonly folios: ReadonlyArray<string>;
  /** The folios at the foot of openings. */
  readonly dropFolios: ReadonlyArray<string>;
}

/** @param noteHeads heads of pages of notes, by index of page */
export function marginTexts(
  { sections, bookHead, notes }: PaginationOptions,
  { labels, starts, blanks }: Pick<Layout, 'labels' | 'starts' | 'blanks'>,
  noteHeads: ReadonlyMap<number, string>,
): MarginTexts {
  let current = -1;
  const pages = labels.map((label, page) => {
    while (current + 1 < starts.length && (starts[current + 1] ?? 0) <= page) current++;
    const section = sections[current];
    const bare = section === undefined || section.furniture === 'none' || blanks.has(page);
    if (bare) return { head: '', folio: '', dropFolio: '' };
    if (starts[current] === page) return { head: '', folio: '', dropFolio: label };
    const usual = page % 2 === 1 ? bookHead : section.head;
    const noteHead = section.id === notes?.section ? noteHeads.get(page) : undefined;
    return { head: noteHead ?? usual, folio: label, dropFolio: '' };
  });
  return {
    heads: pages.map(({ head }) => head),
    folios: pages.map(({ folio }) => folio),
    dropFolios: pages.map(({ dropFolio }) => dropFolio),
  };
}
