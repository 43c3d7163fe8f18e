import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longRuns } from '../../../../src/emit/pdf/document/long-runs.ts';

describe('long runs', () => {
  test('are found wherever they stand', () => {
    const [a, b] = ['a'.repeat(24), 'b'.repeat(60)];
    expect(longRuns(`${a} short ${b}\n${'c'.repeat(23)} ${a}`)).toEqual([
      { run: a, index: 0 },
      { run: b, index: 31 },
      { run: a, index: 116 },
    ]);
  });

  test('are those that a pattern finds, in any text', () => {
    const sign = fc.constantFrom('x', '/', ' ', '\n', '\t', '\u00a0', '\u2003', '\u0000', '中');
    const run = fc.tuple(sign, fc.integer({ min: 1, max: 60 })).map(([each, times]) => each.repeat(times));
    fc.assert(
      fc.property(
        fc.array(run).map((runs) => runs.join('')),
        (text) => {
          const expected = [...text.matchAll(/\S{24,}/g)].map(({ 0: found, index }) => ({
            run: found,
            index,
          }));
          expect(longRuns(text)).toEqual(expected);
        },
      ),
    );
  });
});
