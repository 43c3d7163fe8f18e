import { describe, expect, it } from 'vitest';
import { readWithinLines, type Base } from '../../../src/prove/text/reading-order.ts';

/** Words of lines as they are painted, from the left; Hebrew is painted from the right. */
function read(base: Base, ...lines: string[]): string[] {
  const runs = lines.flatMap((line, row) =>
    line.split(' ').map((letters, at) => ({
      letters,
      place: { page: 0, x: 20 * at, y: 100 - 10 * row, reversed: /\p{Script=Hebrew}/u.test(letters) },
    })),
  );
  return readWithinLines(runs, base).map(({ letters }) => letters);
}

describe('readWithinLines', () => {
  it.each([
    ['ltr', ['A 1 B', 'C'], ['A', '1', 'B', 'C']],
    ['rtl', ['37 6', '44 5'], ['6', '37', '5', '44']],
    ['rtl', ['A B ۱', 'C 2012 D'], ['۱', 'A', 'B', 'D', '2012', 'C']],
    ['rtl-with-numbers', ['A B ۱', 'C 2012 D'], ['۱', 'A', 'B', 'C', '2012', 'D']],
    ['rtl-with-numbers', ['2012 C 5 א 3 7'], ['7', '3', 'א', '2012', 'C', '5']],
    ['rtl-with-numbers', ['37 6', '44 5'], ['6', '37', '5', '44']],
  ] as const)('%s: %j', (base, lines, order) => {
    expect(read(base, ...lines)).toEqual(order);
  });
});
