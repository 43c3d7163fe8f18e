import type { FlowItem } from '../depth/flow-item.ts';
import { heightAt, stepsOf, type PageFrame } from '../depth/item-steps.ts';

/** A figure or a table that may float, by the indexes of its items in the flow. Lengths in CSS pixels. */
export interface Floating {
  readonly first: number;
  /** The last of its items: a table has one for each row. */
  readonly last: number;
  /** What it takes up at the head of a page, what is left free below it included. */
  readonly height: number;
  /** What is left free above the item behind it, once it is gone. */
  readonly gapWithout: number;
}

/**
 * Whether an item can begin or go on below a figure at the head of a page.
 *
 * @param goesOn whether it has begun on the page before
 */
export type GivesWay = (index: number, goesOn: boolean) => boolean;

/** Room that may be left free at the foot of a page, in lines: paragraphs that are a line longer fill it. */
const fillable = 2.2;
/** A table divided is no fault if it is higher than so much of a page. */
const highTable = 0.6;
/** Higher ones would leave too little of a page. */
const highest = 0.8;

/** How far down a page something ends, and what was left free on pages that ended on the way, in lines. */
interface Reached {
  readonly y: number;
  readonly free: number;
  readonly page: number;
  /** Whether what ends there has begun on the page before. */
  readonly begun: boolean;
}

/**
 * Finds figures and tables that leave a hole at the foot of a page since they have no room there, or would be divided:
 * where text can fill it, they float to the head of the next page.
 *
 * @param items the flow of a section
 * @param floating in their order
 */
export function chooseFloats<F extends Floating>(
  items: ReadonlyArray<FlowItem>,
  floating: ReadonlyArray<F>,
  givesWay: GivesWay,
  frame: PageFrame,
): F[] {
  const flow = { items, byFirst: new Map(floating.map((each) => [each.first, each])), givesWay, frame };
  const chosen: F[] = [];
  let at: Reached = { y: 0, free: 0, page: 0, begun: false };
  /** What waits for the head of the next page. */
  let waiting = 0;
  let gap: number | undefined;
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    const each = flow.byFirst.get(index);
    if (item === undefined) continue;
    if (each !== undefined && isToFloat(flow, each, at, waiting)) {
      chosen.push(each);
      waiting += each.height;
      gap = each.gapWithout;
      index = each.last;
      continue;
    }
    const next = pass(gap === undefined ? item : { ...item, gap }, at, frame);
    const isTurned = next.page > at.page;
    at = isTurned ? { ...next, y: next.y + waiting } : next;
    if (isTurned) waiting = 0;
    gap = undefined;
  }
  return chosen;
}

/** A section, and what may float in it by its first item. */
interface Flow<F extends Floating> {
  readonly items: ReadonlyArray<FlowItem>;
  readonly byFirst: ReadonlyMap<number, F>;
  readonly givesWay: GivesWay;
  readonly frame: PageFrame;
}

function isToFloat<F extends Floating>(flow: Flow<F>, floating: F, at: Reached, waiting: number): boolean {
  const { items, byFirst, givesWay, frame } = flow;
  const room = highest * heightAt(frame, at.page + 1);
  let height = waiting + floating.height;
  if (height > room || !leavesHole(items, floating, at, frame)) return false;
  let from = at;
  let gap: number | undefined = floating.gapWithout;
  for (let index = floating.last + 1; index < items.length; index++) {
    const item = items[index];
    if (item === undefined) return false;
    const other = byFirst.get(index);
    if (other !== undefined && leavesHole(items, other, from, frame)) {
      // Both float.
      height += other.height;
      if (height > room) return false;
      gap = other.gapWithout;
      index = other.last;
      continue;
    }
    const to = pass(gap === undefined ? item : { ...item, gap }, from, frame);
    gap = undefined;
    // What begins or goes on at the head of the page must do so below it.
    if (to.page > at.page) return to.free <= fillable && givesWay(index, to.begun);
    from = to;
  }
  return false;
}

/** Whether it leaves a hole where it is, or is divided there and need not be. */
function leavesHole(
  items: ReadonlyArray<FlowItem>,
  { first, last, height }: Floating,
  from: Reached,
  frame: PageFrame,
): boolean {
  const isLow = height <= highTable * frame.height;
  let at = from;
  for (let index = first; index <= last; index++) {
    const item = items[index];
    if (item === undefined) return false;
    const to = pass(item, at, frame);
    if (to.page > at.page) return to.free > fillable || (index > first && isLow);
    at = to;
  }
  return false;
}

/** Goes on behind an item, as the browser lets it stand. */
function pass(item: FlowItem, { y, page }: Reached, frame: PageFrame): Reached {
  const step = stepsOf(item, item.lines, y, item.gap, frame, page).find(({ steered }) => !steered);
  if (step === undefined) return { y, page, free: 0, begun: false };
  const begun = step.ends.length > 0 && step.begins === 'here';
  return { y: step.y, page: page + step.ends.length, free: step.ends[0] ?? 0, begun };
}
