import type { ReleasedPage, ReleasedSection } from '../book/contents.ts';
import type { ComparedRelease, ReleaseChanges } from './changes.ts';
import { nameOf } from './in-words.ts';

/** Two pages that are to be looked at beside each other, by their index; undefined where one has no counterpart. */
export interface PagePair {
  readonly old: number | undefined;
  readonly new: number | undefined;
  /** “40 Midnight, Forecastle”. */
  readonly section: string;
}

/** The pages of a release. */
type Pages = ReadonlyArray<ReleasedPage>;

/**
 * Which pages of the two releases belong together: in sections that have changed, by the words with which pages
 * begin; elsewhere, those that are still where they were. Pages that have only moved are no pairs.
 */
export function pagePairs(
  old: ComparedRelease,
  next: ComparedRelease,
  { changed, added, removed }: ReleaseChanges,
): PagePair[] {
  const [before, after] = [old.manifest.pageMap ?? [], next.manifest.pageMap ?? []];
  const ids = new Set(changed.map((pair) => pair.new.id));
  const earlier = new Map((old.manifest.contents ?? []).map((section) => [section.id, section]));
  const kept = (next.manifest.contents ?? []).flatMap((section) => {
    const one = earlier.get(section.id);
    return one === undefined || ids.has(section.id) ? [] : [unmoved(one, section, before, after)];
  });
  const pairs = [
    ...changed.flatMap((pair) => aligned(pair.old, pair.new, before, after)),
    ...added.flatMap((section) =>
      indexes(section).map((page) => ({ old: undefined, new: page, section: nameOf(section) })),
    ),
    ...removed.flatMap((section) =>
      indexes(section).map((page) => ({ old: page, new: undefined, section: nameOf(section) })),
    ),
    ...kept.flat(),
  ];
  return pairs.toSorted((one, other) => placeOf(one) - placeOf(other));
}

function placeOf({ old, new: next }: PagePair): number {
  return next ?? old ?? 0;
}

function indexes({ page, pages = 0 }: ReleasedSection): number[] {
  return page === undefined ? [] : Array.from({ length: pages }, (_, index) => page + index);
}

function unmoved(one: ReleasedSection, other: ReleasedSection, before: Pages, after: Pages): PagePair[] {
  if (one.page !== other.page || one.pages !== other.pages) return [];
  return indexes(other)
    .filter((page) => before[page]?.label === after[page]?.label)
    .map((page) => ({ old: page, new: page, section: nameOf(other) }));
}

/**
 * The pages of a section that has changed: those that begin with the same words belong together, and so do, one by
 * one, those between them.
 */
function aligned(one: ReleasedSection, other: ReleasedSection, before: Pages, after: Pages): PagePair[] {
  const [olds, news] = [indexes(one), indexes(other)];
  const places = new Map(
    olds.flatMap((page, index) => {
      const begins = before[page]?.begins;
      return begins === undefined ? [] : [[begins, index] as const];
    }),
  );
  const section = nameOf(other);
  const pairs: PagePair[] = [];
  let [from, at] = [0, 0];
  const fill = (to: number, until: number): void => {
    for (; from < to || at < until; from++, at++)
      pairs.push({
        old: from < to ? olds[from] : undefined,
        new: at < until ? news[at] : undefined,
        section,
      });
    [from, at] = [to, until];
  };
  for (const [index, page] of news.entries()) {
    const found = index === 0 ? 0 : places.get(after[page]?.begins ?? '');
    if (found !== undefined && found >= from) fill(found, index);
  }
  fill(olds.length, news.length);
  return pairs;
}
