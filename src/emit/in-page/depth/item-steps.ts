import type { FlowItem } from './flow-item.ts';

/** The text area of a page. Lengths in CSS pixels. */
export interface PageFrame {
  readonly height: number;
  /** Of running text. */
  readonly lineHeight: number;
  /** What floats at the heads of pages, by their indexes; absent: nothing does. */
  readonly reserved?: ReadonlyMap<number, number>;
}

/** The height that is left of a page below what floats at its head. */
export function heightAt({ height, reserved }: PageFrame, page: number): number {
  return height - (reserved?.get(page) ?? 0);
}

/** A way in which an item can stand behind what is above it. */
export interface Step {
  /** How far down the last of its pages is filled then. */
  readonly y: number;
  /** By how many lines each page is short that ends in the item or before it. */
  readonly ends: ReadonlyArray<number>;
  readonly begins: 'here' | 'on the next page';
  /** How many of its lines stand on the page it begins on, if not all. */
  readonly divided?: number;
  /** Whether it would not stand so by itself. */
  readonly steered: boolean;
}

/** Differences of the layout that are nothing but rounding. */
const slack = 0.05;
/** So many lines a page may be left short without need. */
const mostSpared = 2;

/**
 * The ways in which an item can stand; of several, one is what Chrome does by itself, which leaves no fewer than
 * two lines of a paragraph on a page, unless it has but three.
 *
 * @param lines how many it has
 * @param y how far down the page is filled above it
 * @param gap what is left free above it, unless it begins a page
 * @param page index of the page
 */
export function stepsOf(
  item: FlowItem,
  lines: number,
  y: number,
  gap: number,
  frame: PageFrame,
  page: number,
): Step[] {
  const { lineHeight } = frame;
  const height = heightAt(frame, page);
  const below = (y === 0 ? 0 : y + gap) + item.lead;
  const bottom = below + lines * item.lineHeight + item.tail;
  const steps: Step[] = [];
  if (bottom <= height + slack) {
    steps.push({ y: bottom, ends: [], begins: 'here', steered: false });
    if (item.isClungTo === true) steps.push(...stepsBefore(item, lines, below, frame, page));
  } else {
    const room = Math.floor((height - below + slack) / item.lineHeight);
    // Below a heading no line stands alone.
    const fewest = Math.max(item.lead > 0 ? 2 : 1, room - 1 - mostSpared);
    const most = item.divides === 'leaving one' ? Math.max(2, lines - 2) : lines - 2;
    for (let count = Math.min(room, most); count >= fewest; count--) {
      const byItself = (item.divides === 'freely' || item.divides === 'leaving one') && count > 1;
      if (item.divides === 'never' || (!byItself && !item.obeys)) break;
      const short = (height - below - count * item.lineHeight) / lineHeight;
      const rest = fill(item, lines - count, 0, frame, page + 1);
      const steered = !byItself || steps.length > 0;
      if (steered && !item.obeys) break;
      steps.push({ ...rest, ends: [short, ...rest.ends], begins: 'here', divided: count, steered });
    }
  }
  const isForced = !steps.some(({ steered }) => !steered);
  const spared = (height - y) / lineHeight;
  if (y > 0 && (isForced || (item.obeys && gap === 0 && item.lead === 0 && spared < mostSpared + 1))) {
    const rest = fill(item, lines, item.lead + item.again, frame, page + 1);
    steps.push({ ...rest, ends: [spared, ...rest.ends], begins: 'on the next page', steered: !isForced });
  }
  if (steps.length === 0)
    steps.push({ ...fill(item, lines, item.lead, frame, page), begins: 'here', steered: false });
  return steps;
}

/** The ways to take the last lines of an item to the next page although they have room, for what has to stay with them. */
function stepsBefore(item: FlowItem, lines: number, below: number, frame: PageFrame, page: number): Step[] {
  if (item.divides === 'never' || !item.obeys) return [];
  const most = item.divides === 'leaving one' ? 2 : lines - 2;
  const fewest = Math.max(2, most - mostSpared);
  const counts = Array.from({ length: Math.max(0, most - fewest + 1) }, (_, index) => most - index);
  return counts.map((count) => {
    const short = (heightAt(frame, page) - below - count * item.lineHeight) / frame.lineHeight;
    const rest = fill(item, lines - count, 0, frame, page + 1);
    return { ...rest, ends: [short, ...rest.ends], begins: 'here', divided: count, steered: true };
  });
}

/** Fills pages from the head of one with lines. */
function fill(
  item: FlowItem,
  lines: number,
  lead: number,
  frame: PageFrame,
  page: number,
): Pick<Step, 'y' | 'ends'> {
  const { lineHeight } = frame;
  const ends: number[] = [];
  let rest = lines;
  let above = lead;
  let height = heightAt(frame, page);
  while (above + rest * item.lineHeight + item.tail > height + slack && rest > 1) {
    const room = Math.floor((height - above + slack) / item.lineHeight);
    const count = Math.max(1, Math.min(room, rest - 2));
    ends.push((height - above - count * item.lineHeight) / lineHeight);
    rest -= count;
    above = 0;
    height = heightAt(frame, page + ends.length);
  }
  return { y: above + rest * item.lineHeight + item.tail, ends };
}
