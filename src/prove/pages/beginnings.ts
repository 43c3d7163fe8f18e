import { readingOrder, type Shown } from '../text/reading-order.ts';

/** How much of a page is told. */
const letters = 240;

/** The first lines, in points from the highest. */
const lines = 90;

/**
 * With what a page begins: in the order of painting, and as it is read from the left and from the right. Large initials
 * and cells are painted apart from the line they stand in.
 *
 * @param runs of the page, folded
 */
export function* beginningsOf(runs: ReadonlyArray<Shown>): Generator<string> {
  yield begin(runs);
  const highest = Math.max(...runs.map(({ place }) => place?.y ?? -Infinity));
  const first = runs.filter(({ place }) => place !== undefined && place.y > highest - lines);
  for (const base of ['ltr', 'rtl'] as const)
    yield begin(readingOrder(first, base).map((index) => first[index]!));
}

function begin(runs: ReadonlyArray<Shown>): string {
  let text = '';
  for (const run of runs) {
    text += run.letters;
    if (text.length >= letters) break;
  }
  return text.slice(0, letters);
}
