import type { FlowItem } from './flow.ts';
import { outside } from './outside.ts';
import type { PlannedItem } from './planned-pages.ts';
import type { Pages } from './pages.ts';

/** How often a page is tried to end behind an item, and how bad that is thereafter. */
const mostFailures = 2;
const unreliable = 50;

/** What is known of an item from layouts in which it stood otherwise. */
interface Known {
  gap?: number;
  topGap?: number;
  /** How often a page was to end behind it, and did not. */
  failures?: number;
}

/** Remembers how far what stands one below the other is apart, which no layout shows of all at once. */
export class ItemMemory {
  readonly #known = new Map<HTMLElement, Known[]>();

  forget(): void {
    this.#known.clear();
  }

  /**
   * @param broken indexes of the items behind which a page was ended
   * @param isHeaded whether a page has something else at its head
   */
  learn(
    items: ReadonlyArray<FlowItem>,
    { tops, pageAt }: Pages,
    broken: ReadonlySet<number>,
    isHeaded: (page: number) => boolean,
  ): void {
    items.forEach((item, index) => {
      const page = pageAt((item.top + item.bottom) / 2);
      const before = items[index - 1];
      const known = this.#of(item);
      const isFirst = before === undefined || pageAt((before.top + before.bottom) / 2) !== page;
      if (isFirst) {
        if (!isHeaded(page)) known.topGap = item.top - (tops[page] ?? item.top);
      } else if (!broken.has(index - 1)) known.gap = item.top - before.bottom;
    });
  }

  /** A page was to end behind an item, and does not. */
  noteFailure(item: FlowItem): void {
    const known = this.#of(item);
    known.failures = (known.failures ?? 0) + 1;
  }

  planned(items: ReadonlyArray<FlowItem>, notes: ReadonlyArray<ReadonlyArray<number>>): PlannedItem[] {
    return items.map((item, index) => {
      const { gap, topGap, failures = 0 } = this.#of(item);
      const before = items[index - 1];
      return {
        height: item.bottom - item.top,
        gap: gap ?? (before === undefined ? 0 : expectedGap(before, item)),
        topGap: topGap ?? 0,
        // Lines that just fit may do so on left-hand pages alone.
        penalty: item.penalty + (failures >= mostFailures ? unreliable : 0),
        notes: notes[index] ?? [],
        ...(item.endsPage === true && { endsPage: true }),
      };
    });
  }

  #of({ block, line = 0 }: FlowItem): Known {
    const lines = this.#known.get(block) ?? [];
    this.#known.set(block, lines);
    return (lines[line] ??= {});
  }
}

/** What margins and paddings put between two items that have not yet been seen on one page. */
export function expectedGap(before: FlowItem, item: FlowItem): number {
  if (before.block === item.block) return 0;
  let gap = 0;
  let below = 0;
  let above = 0;
  for (const each of outside(before.block, item.block)) {
    const style = getComputedStyle(each);
    below = Math.max(below, lengthOf(style.marginBottom));
    gap += lengthOf(style.paddingBottom);
  }
  for (const each of outside(item.block, before.block)) {
    const style = getComputedStyle(each);
    above = Math.max(above, lengthOf(style.marginTop));
    gap += lengthOf(style.paddingTop);
  }
  return gap + Math.max(above, below);
}

function lengthOf(value: string): number {
  return Number.parseFloat(value) || 0;
}
