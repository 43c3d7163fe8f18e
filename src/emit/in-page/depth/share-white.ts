import type { FlowItem, Placement } from './flow-item.ts';
import type { Place } from './place.ts';

/** Where the items stand on the way to a place, in their order. */
export function placementsTo(
  end: Place | undefined,
  items: ReadonlyArray<FlowItem>,
  lineHeight: number,
): Placement[] {
  const way: Array<Place & { readonly placement: Placement }> = [];
  for (let at = end; at !== undefined; at = at.previous)
    if (at.placement !== undefined) way.push({ ...at, placement: at.placement });
  way.reverse();
  const stretches = way.map(({ placement }) => placement.stretch);
  for (const { item, white } of way.flatMap(({ fills }) => fills))
    stretches[item] = (stretches[item] ?? 0) + white;
  shareWhite(way, items, stretches, lineHeight);
  evenOut(way, items, stretches);
  return way.map(({ placement }, index) => ({ ...placement, stretch: stretches[index] ?? 0 }));
}

/** White that is added between the stanzas of a page stands equally between all of them. */
function evenOut(way: ReadonlyArray<Place>, items: ReadonlyArray<FlowItem>, stretches: number[]): void {
  const byPage = new Map<number, number[]>();
  for (const [index, { placement, isHead }] of way.entries()) {
    if (items[index]?.isEven !== true || placement === undefined || isHead) continue;
    byPage.set(placement.page, [...(byPage.get(placement.page) ?? []), index]);
  }
  for (const among of byPage.values()) {
    const all = among.reduce((sum, index) => sum + (stretches[index] ?? 0), 0);
    for (const index of among) stretches[index] = all / among.length;
  }
}

/**
 * White that is added below code, tables and whatever else has lines of its own stands half above them: there it may
 * as well be, since their lines are on no grid.
 */
function shareWhite(
  way: ReadonlyArray<Place>,
  items: ReadonlyArray<FlowItem>,
  stretches: number[],
  lineHeight: number,
): void {
  for (const [index, white] of stretches.entries()) {
    if (white === 0) continue;
    const first = firstOfBlock(index, way, items, lineHeight);
    if (first === undefined || (stretches[first] ?? 0) > 0) continue;
    stretches[index] = white / 2;
    stretches[first] = white / 2;
  }
}

/** The first item of what has lines of its own and ends above an item on the page that it begins on, below others. */
function firstOfBlock(
  below: number,
  way: ReadonlyArray<Place>,
  items: ReadonlyArray<FlowItem>,
  lineHeight: number,
): number | undefined {
  const page = way[below]?.placement?.page;
  for (let index = below - 1; index >= 0; index--) {
    const [item, place] = [items[index], way[index]];
    if (item === undefined || place === undefined || item.lineHeight === lineHeight) return undefined;
    if (place.page !== page || place.placement?.page !== page || place.isHead) return undefined;
    if (item.stretches) return index;
    if (item.gap > 0) return undefined;
  }
  return undefined;
}
