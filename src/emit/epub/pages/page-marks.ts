import { visit } from 'unist-util-visit';
import type { Hast } from '../../../book/book.ts';
import type { PageStart, PrintedPages } from '../../../book/page-map.ts';

/** What marks the place where a printed page begins. */
export interface PageMark extends PageStart {
  readonly id: string;
  /** As printed. */
  readonly label: string;
}

/**
 * The marks of the printed pages, by the tree of the section where each has its place. Where the first words of
 * a page are in print alone, it is marked before the first that the e-book has of it; a page that it has nothing
 * of, and an empty one, has no mark.
 *
 * @param trees of the sections, as the e-book has them
 * @param taken the ids of the book
 */
export function pageMarks(
  trees: ReadonlyArray<Hast>,
  { pages, starts }: PrintedPages,
  taken: { readonly has: (id: string) => boolean },
): ReadonlyMap<Hast, ReadonlyArray<PageMark>> {
  const homes = spotsOf(trees);
  const spots = [...homes.keys()].toSorted((a, b) => a - b);
  const marks = new Map<Hast, PageMark[]>();
  starts.forEach((start, index) => {
    const place = placeOf(start, starts[index + 1], homes, spots);
    const home = place === undefined ? undefined : homes.get(place.spot);
    if (place === undefined || home === undefined) return;
    const label = pages[start.page]?.label ?? '';
    const mark = { ...place, id: idFor(label, start.page, taken), label };
    marks.set(home, [...(marks.get(home) ?? []), mark]);
  });
  return marks;
}

/** Every spot with the tree it stands in. */
function spotsOf(trees: ReadonlyArray<Hast>): Map<number, Hast> {
  const homes = new Map<number, Hast>();
  for (const tree of trees)
    visit(tree, 'element', ({ properties: { dataSpot } }) => {
      if (dataSpot !== undefined) homes.set(Number(dataSpot), tree);
    });
  return homes;
}

/** Where a page begins in the e-book: there, or at the next spot, if that is still on the page. */
function placeOf(
  start: PageStart,
  next: PageStart | undefined,
  homes: ReadonlyMap<number, unknown>,
  spots: ReadonlyArray<number>,
): PageStart | undefined {
  if (homes.has(start.spot)) return start;
  const spot = spots[firstAbove(spots, start.spot)];
  if (spot === undefined) return undefined;
  const isOnPage = next === undefined || spot < next.spot || (spot === next.spot && next.before > 0);
  return isOnPage ? { page: start.page, spot, before: 0 } : undefined;
}

/** Index of the first number that is greater. */
function firstAbove(numbers: ReadonlyArray<number>, limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** An id that nothing in the book has. */
function idFor(label: string, page: number, taken: { readonly has: (id: string) => boolean }): string {
  // Fragments in other than ASCII letters and digits are not found by every reading system.
  const name = /^[\w-]+$/.test(label) ? label : `n${page + 1}`;
  let id = `page-${name}`;
  while (taken.has(id)) id = `printed-${id}`;
  return id;
}
