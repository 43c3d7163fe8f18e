import type { FlowItem, ItemLength, Placement } from './flow-item.ts';
import { stepsOf } from './item-steps.ts';
import {
  costOfEnd,
  follow,
  keyOf,
  offOf,
  shortPage,
  unevenSpread,
  type Pages,
  type Place,
  type Stretches,
} from './place.ts';
import { placementsTo } from './share-white.ts';

/** How a section is broken into pages. */
export interface BrokenPages {
  /** Of each item. */
  readonly placements: ReadonlyArray<Placement>;
  /** How many pages there are. */
  readonly count: number;
  /** Whether a page is short, or one of two that face each other deeper than the other. */
  readonly hasShort: boolean;
}

/** So many places behind an item are tried further. */
const mostPlaces = 200;

/**
 * The best way to break a section into pages, as TeX breaks paragraphs into lines: pages full, those that face each
 * other of one depth, by paragraphs that are a line longer or shorter, by lines that go over to the next page, and by
 * more white where there is some.
 */
export function breakPages(items: ReadonlyArray<FlowItem>, pages: Pages): BrokenPages {
  return bestPages(items, pages, false);
}

/** Where the items stand when nothing is done about it: as Chrome breaks pages. */
export function flowingPages(items: ReadonlyArray<FlowItem>, pages: Pages): BrokenPages {
  return bestPages(items, pages, true);
}

function bestPages(items: ReadonlyArray<FlowItem>, pages: Pages, isFlowing: boolean): BrokenPages {
  const start: Place = {
    y: 0,
    page: 0,
    shortBeside: 0,
    lastGap: undefined,
    fills: [],
    isHead: true,
    cost: 0,
    placement: undefined,
    previous: undefined,
  };
  let places = [start];
  for (const [index, item] of items.entries()) {
    const best = new Map<number, Place>();
    for (const from of places)
      for (const to of isFlowing ? flow(from, item, pages) : ways(from, item, index, pages)) {
        const key = keyOf(to);
        if (to.cost < (best.get(key)?.cost ?? Infinity)) best.set(key, to);
      }
    places = [...best.values()];
    if (places.length > mostPlaces) places = places.toSorted((a, b) => a.cost - b.cost).slice(0, mostPlaces);
  }
  const costs = places.map((place) => place.cost + costOfEnd(place, pages));
  const cost = Math.min(...costs);
  const end = places[costs.indexOf(cost)];
  return {
    placements: placementsTo(end, items, pages.lineHeight),
    count: (end?.page ?? 0) + 1,
    hasShort: cost >= Math.min(shortPage, unevenSpread),
  };
}

/** Of each line with which an item goes over sooner, where pages are broken as Chrome does. */
const goesOverSooner = 20_000;

const unstretched: Stretches = { stretch: 0, leadStretch: 0 };

/** Where an item leads to by itself. */
function flow(from: Place, item: FlowItem, pages: Pages): Place[] {
  const steps = stepsOf(item, item.lines, from.y, item.gap, pages, from.page);
  // What has to stay with what is below it goes over where that does.
  const own = item.isClungTo === true ? steps : steps.filter(({ steered }) => !steered).slice(0, 1);
  return own.map((step, order) => {
    const to = follow(
      from,
      { item, index: undefined, length: asItIs(item), stretches: unstretched },
      step,
      pages,
    );
    // No sooner than it must.
    return { ...to, cost: to.cost + order * goesOverSooner };
  });
}

/** Where an item can lead to. */
function ways(from: Place, item: FlowItem, index: number, pages: Pages): Place[] {
  const above = from.y === 0 ? [] : stretchesOf(item, from.y, pages);
  const within = leadStretchesOf(item, pages);
  const all = [
    unstretched,
    ...above.map((stretch) => ({ stretch, leadStretch: 0 })),
    ...within.map((leadStretch) => ({ stretch: 0, leadStretch })),
  ];
  return [asItIs(item), ...item.lengths].flatMap((length) =>
    all.flatMap((stretches) => {
      const { stretch, leadStretch } = stretches;
      const stretched = leadStretch === 0 ? item : { ...item, lead: item.lead + leadStretch };
      return (
        stepsOf(stretched, item.lines + length.more, from.y, item.gap + stretch, pages, from.page)
          // At the head of a page nothing is stretched above, elsewhere nothing below.
          .filter(({ begins }) => (begins === 'here' && from.y > 0 ? leadStretch === 0 : stretch === 0))
          .map((step) => follow(from, { item: stretched, index, length, stretches }, step, pages))
      );
    }),
  );
}

/** What may be left free below headings at the head of a page: what brings the lines there to the grid, and a line more. */
function leadStretchesOf({ lead, leadGap, lineHeight: own }: FlowItem, { lineHeight }: Pages): number[] {
  if (own !== lineHeight || leadGap === 0) return [];
  const off = offOf(lead, lineHeight);
  const up = off === 0 ? 0 : lineHeight - off;
  return [up, up + lineHeight].filter((stretch) => stretch > 0);
}

/** What may be left free above an item besides: what brings its lines back to the grid, half a line and a line more. */
function stretchesOf({ gap, lead, stretches, lineHeight: own }: FlowItem, y: number, pages: Pages): number[] {
  const { lineHeight } = pages;
  if (!stretches) return [];
  const off = own === lineHeight ? offOf(y + gap + lead, lineHeight) : 0;
  const most = Math.max(gap, lineHeight);
  const up = off === 0 ? 0 : lineHeight - off;
  return [up, up + lineHeight / 2, up + lineHeight].filter((stretch) => stretch > 0 && stretch <= 1.5 * most);
}

function asItIs({ hyphens }: FlowItem): ItemLength {
  return { more: 0, cost: 0, hyphens };
}
