import { readingOrder, type Shown } from '../text/reading-order.ts';

/** How much of a page is told. */
const letters = 240;

/** The first lines, in points from the highest. */
const lines = 90;

/**
 * With what a page begins: in the order of painting, and as it is read from the left and from the right, each once.
 * Large initials and cells are painted apart from the line they stand in.
 *
 * @param runs of the page, folded
 */
export function beginningsOf(runs: ReadonlyArray<Shown>): string[] {
  const highest = Math.max(...runs.map(({ place }) => place?.y ?? -Infinity));
  const first = runs.filter(({ place }) => place !== undefined && place.y > highest - lines);
  const orders = (['ltr', 'rtl'] as const).map((base) =>
    readingOrder(first, base).map((index) => first[index]!),
  );
  return [...new Set([runs, ...orders].map(begin))];
}

function begin(runs: ReadonlyArray<Shown>): string {
  let text = '';
  for (const run of runs) {
    text += run.letters;
    if (text.length >= letters) break;
  }
  return text.slice(0, letters);
}
