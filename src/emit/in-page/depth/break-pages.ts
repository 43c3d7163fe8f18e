import type { FlowItem, ItemLength, Placement } from './flow-item.ts';
import { stepsOf, type PageFrame, type Step } from './item-steps.ts';

/** The pages of a section. */
export interface Pages extends PageFrame {
  /** Whether the first is a left-hand one. */
  readonly beginsLeft: boolean;
}

/** How a section is broken into pages. */
export interface BrokenPages {
  /** Of each item. */
  readonly placements: ReadonlyArray<Placement>;
  /** How many pages there are. */
  readonly count: number;
  /** Whether a page is short, or one of two that face each other deeper than the other. */
  readonly hasShort: boolean;
}

/** A place in the flow, and the best way to it. */
interface Place {
  /** How far down the page is filled. */
  readonly y: number;
  readonly page: number;
  /** By how many lines the left-hand page beside this one is short; 0 on a left-hand page. */
  readonly shortBeside: number;
  readonly cost: number;
  readonly placement: Placement | undefined;
  readonly previous: Place | undefined;
}

const shortPage = 1000;
const anotherLine = 400;
const unevenSpread = 900;
const loneFirstLine = 250;
/** Of each line that the last page has less than it should. */
const shortEnd = 150;
const fewestLastLines = 5;
/** Of a line of white in a gap of a line. */
const stretchedGap = 100;
/** Of text that is off the grid of lines. */
const offGrid = 80;
/** So many places behind an item are tried further. */
const mostPlaces = 200;
/** In lines: what nobody sees. */
const tolerance = 0.4;

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
    cost: 0,
    placement: undefined,
    previous: undefined,
  };
  let places = [start];
  for (const item of items) {
    const best = new Map<number, Place>();
    for (const from of places)
      for (const to of isFlowing ? flow(from, item, pages) : ways(from, item, pages)) {
        const key = keyOf(to);
        if (to.cost < (best.get(key)?.cost ?? Infinity)) best.set(key, to);
      }
    places = [...best.values()];
    if (places.length > mostPlaces) places = places.toSorted((a, b) => a.cost - b.cost).slice(0, mostPlaces);
  }
  const costs = places.map((place) => place.cost + costOfEnd(place, pages));
  const cost = Math.min(...costs);
  const placements: Placement[] = [];
  const end = places[costs.indexOf(cost)];
  for (let at = end; at !== undefined; at = at.previous)
    if (at.placement !== undefined) placements.unshift(at.placement);
  return { placements, count: (end?.page ?? 0) + 1, hasShort: cost >= Math.min(shortPage, unevenSpread) };
}

function keyOf({ y, page, shortBeside }: Place): number {
  return 16 * Math.round(4 * y) + 2 * Math.min(7, Math.round(2 * shortBeside)) + (page % 2);
}

function costOfEnd({ y, page }: Place, { lineHeight }: Pages): number {
  return page === 0 ? 0 : shortEnd * Math.max(0, fewestLastLines - Math.round(y / lineHeight));
}

const asItIs: ItemLength = { more: 0, cost: 0 };

/** White that is added above an item, and below its headings. */
interface Stretches {
  readonly stretch: number;
  readonly leadStretch: number;
}

const unstretched: Stretches = { stretch: 0, leadStretch: 0 };

/** Where an item leads to by itself. */
function flow(from: Place, item: FlowItem, pages: Pages): Place[] {
  const step = stepsOf(item, item.lines, from.y, item.gap, pages).find(({ steered }) => !steered);
  return step === undefined ? [] : [follow(from, item, step, asItIs, unstretched, pages)];
}

/** Where an item can lead to. */
function ways(from: Place, item: FlowItem, pages: Pages): Place[] {
  const above = from.y === 0 ? [] : stretchesOf(item, from.y, pages);
  const within = leadStretchesOf(item, pages);
  const all = [
    unstretched,
    ...above.map((stretch) => ({ stretch, leadStretch: 0 })),
    ...within.map((leadStretch) => ({ stretch: 0, leadStretch })),
  ];
  return [asItIs, ...item.lengths].flatMap((length) =>
    all.flatMap((stretches) => {
      const { stretch, leadStretch } = stretches;
      const stretched = leadStretch === 0 ? item : { ...item, lead: item.lead + leadStretch };
      return (
        stepsOf(stretched, item.lines + length.more, from.y, item.gap + stretch, pages)
          // At the head of a page nothing is stretched above, elsewhere nothing below.
          .filter(({ begins }) => (begins === 'here' && from.y > 0 ? leadStretch === 0 : stretch === 0))
          .map((step) => follow(from, stretched, step, length, stretches, pages))
      );
    }),
  );
}

/** What brings the lines below headings at the head of a page to the grid. */
function leadStretchesOf({ lead, leadGap, lineHeight: own }: FlowItem, { lineHeight }: Pages): number[] {
  const off = own === lineHeight && leadGap > 0 ? offOf(lead, lineHeight) : 0;
  return off === 0 ? [] : [lineHeight - off];
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

/** How far below a line of the grid something is; 0 where it stands on one. */
function offOf(y: number, lineHeight: number): number {
  const off = y % lineHeight;
  return off < 1 || off > lineHeight - 1 ? 0 : off;
}

/** The place behind an item, the pages that ended on the way to it judged. */
function follow(
  from: Place,
  item: FlowItem,
  step: Step,
  { more, cost }: ItemLength,
  { stretch, leadStretch }: Stretches,
  { lineHeight, beginsLeft }: Pages,
): Place {
  let { page, shortBeside } = from;
  const { y, ends, divided, steered } = step;
  let sum = from.cost + cost + (divided === 1 ? loneFirstLine : 0);
  sum += (stretchedGap * stretch) / Math.max(item.gap, lineHeight / 2);
  sum += (stretchedGap * leadStretch) / Math.max(item.leadGap, lineHeight / 2);
  const begins = step.begins === 'here' ? page : page + 1;
  const top = step.begins === 'here' && from.y > 0 ? from.y + item.gap + stretch : 0;
  if (item.lineHeight === lineHeight && offOf(top + item.lead, lineHeight) !== 0) sum += offGrid;
  for (const short of ends) {
    if (short > tolerance) sum += shortPage + anotherLine * Math.max(0, short - 1);
    const isLeft = (page % 2 === 0) === beginsLeft;
    if (!isLeft && page > 0 && Math.abs(short - shortBeside) > tolerance) sum += unevenSpread;
    shortBeside = isLeft ? short : 0;
    page++;
  }
  const placement = {
    more,
    stretch,
    leadStretch,
    page: begins,
    ...(divided !== undefined && { divided }),
    steered,
  };
  return { y, page, shortBeside, cost: sum, placement, previous: from };
}
