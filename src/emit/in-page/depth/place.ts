import type { FlowItem, ItemLength, Placement } from './flow-item.ts';
import type { PageFrame, Step } from './item-steps.ts';

/** The pages of a section. */
export interface Pages extends PageFrame {
  /** Whether the first is a left-hand one. */
  readonly beginsLeft: boolean;
}

/** A place in the flow, and the best way to it. */
export interface Place {
  /** How far down the page is filled. */
  readonly y: number;
  readonly page: number;
  /** By how many lines the left-hand page beside this one is short; 0 on a left-hand page. */
  readonly shortBeside: number;
  /** The last item of the page that more may be left free above. */
  readonly lastGap: number | undefined;
  /** What more is left free above items, so that a page that ends here is full. */
  readonly fills: ReadonlyArray<Fill>;
  /** Whether the item before it begins a page. */
  readonly isHead: boolean;
  readonly cost: number;
  readonly placement: Placement | undefined;
  readonly previous: Place | undefined;
}

/** White in pixels that fills a page, and the index of the item it stands above. */
export interface Fill {
  readonly item: number;
  readonly white: number;
}

export const shortPage = 1000;
const anotherLine = 400;
export const unevenSpread = 1200;
const loneFirstLine = 250;
/** Of a page that begins with a break between scenes. */
const torn = 1_000_000;
/** Of a page that ends in a hyphen, unless its paragraph can be set without. */
const hyphenAtEnd = 200;
/** Of each line that the last page has less than it should. */
const shortEnd = 150;
const fewestLastLines = 5;
/** Of a line of white in a gap of a line. */
const stretchedGap = 100;
/** Of a line of white that fills a page. */
const filledLine = 150;
/** So many lines a page may be filled with white that would not be full otherwise. */
const mostFilled = 1.2;
/** In lines: less is not worth it. */
const leastFilled = 0.1;
/** Of text that is off the grid of lines. */
const offGrid = 80;
/** What is left of a page that is filled, in pixels, lest rounding ends it a line before. */
const rounding = 1;
/** In lines: what nobody sees. */
const tolerance = 0.4;

/** White that is added above an item, and below its headings. */
export interface Stretches {
  readonly stretch: number;
  readonly leadStretch: number;
}

/** An item, with a length and with white above it. */
export interface SetItem {
  readonly item: FlowItem;
  /** Its index; absent where no more may be left free above it. */
  readonly index: number | undefined;
  readonly length: ItemLength;
  readonly stretches: Stretches;
}

/** The place behind an item, the pages that ended on the way to it judged. */
export function follow(
  from: Place,
  { item, index, length: { more, cost, hyphens }, stretches: { stretch, leadStretch } }: SetItem,
  step: Step,
  pages: Pages,
): Place {
  const { lineHeight } = pages;
  const { y, ends, divided, steered } = step;
  const isHere = step.begins === 'here';
  let sum = from.cost + cost + (divided === 1 ? loneFirstLine : 0);
  if (divided !== undefined && hyphens.includes(divided)) sum += hyphenAtEnd;
  if (item.clings === true && !isHere) sum += torn;
  sum += (stretchedGap * stretch) / Math.max(item.gap, lineHeight / 2);
  sum += (stretchedGap * leadStretch) / Math.max(item.leadGap, lineHeight / 2);
  const top = isHere && from.y > 0 ? from.y + item.gap + stretch : 0;
  if (item.lineHeight === lineHeight && offOf(top + item.lead, lineHeight) !== 0) sum += offGrid;
  const lastGap = isHere && from.y > 0 && item.stretches ? (index ?? from.lastGap) : from.lastGap;
  const ended = endPages(from, ends, lastGap, pages);
  return {
    y,
    page: ended.page,
    shortBeside: ended.shortBeside,
    lastGap: ends.length === 0 ? lastGap : undefined,
    fills: ended.fills,
    isHead: !isHere || from.y === 0,
    cost: sum + ended.cost,
    placement: {
      more,
      stretch,
      leadStretch,
      page: isHere ? from.page : from.page + 1,
      ...(divided !== undefined && { divided }),
      steered: steered || (!isHere && mayDivideHead(item)),
    },
    previous: from,
  };
}

/**
 * Whether what stays with an item from above could be divided itself, as directions of a play are, where all of it goes
 * over to the next page: there it must be told to. Below a page break that is told Chrome leaves margins free.
 */
function mayDivideHead({ gap, leadGap, obeys }: FlowItem): boolean {
  return leadGap > 0 && gap === 0 && obeys;
}

/** What becomes of pages that end, the first of them with a gap that may be larger, or without. */
function endPages(
  from: Place,
  ends: ReadonlyArray<number>,
  lastGap: number | undefined,
  { lineHeight, beginsLeft }: Pages,
): Pick<Place, 'page' | 'shortBeside' | 'fills' | 'cost'> {
  let { page, shortBeside } = from;
  let cost = 0;
  const fills: Fill[] = [];
  for (const [order, left] of ends.entries()) {
    const isFilled = order === 0 && lastGap !== undefined && left > leastFilled && left <= mostFilled;
    if (isFilled) {
      fills.push({ item: lastGap, white: left * lineHeight - rounding });
      cost += filledLine * left;
    }
    const short = isFilled ? 0 : left;
    if (short > tolerance) cost += shortPage + anotherLine * Math.max(0, short - 1);
    const isLeft = (page % 2 === 0) === beginsLeft;
    if (!isLeft && page > 0 && Math.abs(short - shortBeside) > tolerance) cost += unevenSpread;
    shortBeside = isLeft ? short : 0;
    page++;
  }
  return { page, shortBeside, fills, cost };
}

/** Places of one key go on alike: the cheapest way to them is enough. */
export function keyOf({ y, page, shortBeside, lastGap }: Place): number {
  const spread = 2 * Math.min(7, Math.round(2 * shortBeside)) + (page % 2);
  return 32 * Math.round(4 * y) + 2 * spread + (lastGap === undefined ? 0 : 1);
}

/** What it costs that the last page ends there. */
export function costOfEnd({ y, page }: Place, { lineHeight, reserved }: Pages): number {
  const depth = y + (reserved?.get(page) ?? 0);
  return page === 0 ? 0 : shortEnd * Math.max(0, fewestLastLines - Math.round(depth / lineHeight));
}

/** How far below a line of the grid something is; 0 where it stands on one. */
export function offOf(y: number, lineHeight: number): number {
  const off = y % lineHeight;
  return off < 1 || off > lineHeight - 1 ? 0 : off;
}
