import { describe, expect, test } from 'vitest';
import { geometryOf, type Geometry } from '../../../../src/emit/pdf/page/geometry.ts';
import { makePrint } from '../../../builders/hast-book.ts';

const sizes: ReadonlyArray<readonly [name: string, width: number, height: number]> = [
  ['A5', 419.5276, 595.2756],
  ['6 × 9 in', 432, 648],
  ['letter', 612, 792],
];

describe.each(sizes)('on %s', (_, width, height) => {
  const page = (largePrint: boolean, scale = 1): Geometry =>
    geometryOf(makePrint({ trim: { width, height }, largePrint }).print, {
      scale,
      leading: 1.42,
      longestLine: 33,
    });

  test('a theme sets its face smaller, with its own leading and length of line', () => {
    const usual = page(false);
    const small = page(false, 0.9);
    expect(small.fontSize).toBeCloseTo(usual.fontSize * 0.9, 0);
    expect(small.fontSize).toBeLessThan(usual.fontSize);
    expect(small.lineHeight / small.fontSize).toBeCloseTo(1.42, 1);
    const { inside, outside } = small.margins;
    expect((width - inside - outside) / small.fontSize).toBeLessThanOrEqual(33 + 1e-9);
  });

  test('large print is set in 16 points or more whatever the theme, widely, on a whole number of lines', () => {
    for (const scale of [0.5, 1]) {
      const { fontSize, lineHeight, margins } = page(true, scale);
      expect(fontSize).toBeGreaterThanOrEqual(16);
      expect(lineHeight / fontSize).toBeGreaterThanOrEqual(1.33);
      const lines = (height - margins.top - margins.bottom) / lineHeight;
      expect(lines).toBeCloseTo(Math.round(lines), 9);
    }
  });

  test('large print leaves its lines more of the page', () => {
    const text = ({ trim, margins }: Geometry): number => trim.width - margins.inside - margins.outside;
    expect(text(page(true))).toBeGreaterThan(text(page(false)));
  });
});
