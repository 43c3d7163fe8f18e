import { readingOrder, type Shown } from '../text/reading-order.ts';

/** How much of a page is told. */
const letters = 240;

/** The first lines, in points from the highest. */
const lines = 90;

/** Runs of one line, in points; and so many letters at most are painted over the edge of a page. */
const sameLine = 4;
const overEdge = 3;

/**
 * With what a page begins: in the order of painting, and as it is read from the left and from the right. Large initials
 * and cells are painted apart from the line they stand in. Where the ink of the last line of the page before reaches
 * over its edge, as that of a vowel sign may, Chrome paints its letter here once more, clipped away: so a page may begin
 * behind it, too.
 *
 * @param runs of the page, folded
 */
export function* beginningsOf(runs: ReadonlyArray<Shown>): Generator<string> {
  yield* inOrders(runs);
  const highest = highestOf(runs);
  const isBelow = ({ place }: Shown): boolean => place === undefined || place.y < highest - sameLine;
  const above = runs.filter((run) => !isBelow(run)).map((run) => run.letters);
  if (above.join('').length <= overEdge) yield* inOrders(runs.filter(isBelow));
}

function* inOrders(runs: ReadonlyArray<Shown>): Generator<string> {
  yield begin(runs);
  const highest = highestOf(runs);
  const first = runs.filter(({ place }) => place !== undefined && place.y > highest - lines);
  for (const base of ['ltr', 'rtl'] as const)
    yield begin(readingOrder(first, base).map((index) => first[index]!));
}

function highestOf(runs: ReadonlyArray<Shown>): number {
  return runs.reduce((highest, { place }) => Math.max(highest, place?.y ?? -Infinity), -Infinity);
}

function begin(runs: ReadonlyArray<Shown>): string {
  let text = '';
  for (const run of runs) {
    text += run.letters;
    if (text.length >= letters) break;
  }
  return text.slice(0, letters);
}
