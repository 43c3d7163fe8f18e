import type { FlowItem } from './flow.ts';
import type { Pages } from './pages.ts';
import type { PlannedPage } from './planned-pages.ts';

/** Index of the first page that is not as planned, or does not hold what it should; undefined where all do. */
export function firstChange(
  plan: ReadonlyArray<PlannedPage>,
  made: ReadonlyArray<PlannedPage>,
  items: ReadonlyArray<FlowItem>,
  { pageAt }: Pages,
  start: number,
): number | undefined {
  let at = 0;
  const first = Array.from({ length: Math.max(plan.length, made.length) }).findIndex((_, index) => {
    const page = plan[index];
    const behind = plan[index + 1];
    if (page === undefined || !isSame(page, made[index])) return true;
    const own = items.slice(at, page.end + 1);
    at = page.end + 1;
    const next = behind?.bottom === undefined ? undefined : items[at];
    // What is higher than a page is on several.
    return (
      own.some((item) => item.bottom - item.top < mostDivided && pageAt(middleOf(item)) !== start + index) ||
      (next !== undefined && pageAt(next.top + 1) !== start + index + 1)
    );
  });
  if (first < 0) return undefined;
  const isCarried = (page: PlannedPage | undefined): boolean => (page?.parts[0]?.from ?? 0) > 0;
  let from = first;
  while (from > 0 && (isCarried(plan[from]) || isCarried(made[from]))) from--;
  return from;
}

/** What is higher may be divided by pages, in CSS pixels. */
const mostDivided = 200;

/** Where an item stands that may reach a little over the edge of its page. */
export function middleOf({ top, bottom }: FlowItem): number {
  return (top + bottom) / 2;
}

function isSame(a: PlannedPage, b: PlannedPage | undefined): boolean {
  return (
    b !== undefined &&
    a.end === b.end &&
    JSON.stringify([a.parts, a.heads]) === JSON.stringify([b.parts, b.heads])
  );
}
