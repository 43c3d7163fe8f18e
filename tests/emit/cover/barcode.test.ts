import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { barcode } from '../../../src/emit/cover/barcode.ts';

interface Bar {
  readonly x: number;
  readonly width: number;
  readonly height: number;
}

function barsOf(drawing: Element): Bar[] {
  const bars: Bar[] = [];
  visit(drawing, 'element', ({ tagName, properties }) => {
    if (tagName !== 'rect' || properties['fill'] !== undefined) return;
    const [x, width, height] = [properties['x'], properties['width'], properties['height']].map(Number);
    bars.push({ x: x ?? 0, width: width ?? 0, height: height ?? 0 });
  });
  return bars;
}

/** Left-hand patterns of odd parity, read as widths of space, bar, space, bar. */
const widths = ['3211', '2221', '2122', '1411', '1132', '1231', '1114', '1312', '1213', '3112'];

/** The last six digits, read from the widths of bars and spaces between the middle and the right guard. */
function rightHalf(drawing: Element): string {
  const bars = barsOf(drawing).filter(({ x }) => x >= 11 + 50 && x < 11 + 92);
  const edges = bars.flatMap(({ x, width }) => [x, x + width]).concat(11 + 92);
  const runs = edges.slice(1).map((edge, index) => Math.round(edge - (edges[index] ?? 0)));
  return Array.from({ length: 6 }, (_, digit) =>
    // On the right, bars stand where spaces stand on the left.
    widths.indexOf(runs.slice(4 * digit, 4 * digit + 4).join('')),
  ).join('');
}

describe('barcode', () => {
  it('has the digits of the ISBN in its bars and in figures', () => {
    const drawing = barcode('9780306406157');
    expect(rightHalf(drawing)).toBe('406157');
    expect(toString(drawing)).toBe('ISBN 978-0-306-40615-79780306406157');
  });

  it('is of full size with its quiet zones', () => {
    const { properties } = barcode('9780306406157');
    expect(properties['width']).toBe('37.29mm');
    const bars = barsOf(barcode('9780306406157'));
    expect(bars).toHaveLength(30);
    expect(bars[0]?.x).toBe(11);
    expect((bars.at(-1)?.x ?? 0) + (bars.at(-1)?.width ?? 0)).toBe(11 + 95);
  });

  it('has six guard bars that reach down further', () => {
    const bars = barsOf(barcode('9780306406157'));
    const tallest = Math.max(...bars.map(({ height }) => height));
    expect(bars.filter(({ height }) => height === tallest)).toHaveLength(6);
    expect(tallest - Math.min(...bars.map(({ height }) => height))).toBeCloseTo(5, 3);
  });

  it('has the price beside it, at a distance that scanners accept', () => {
    const drawing = barcode('9780306406157', '52495');
    const [first, ...rest] = barsOf(drawing).filter(({ x }) => x > 11 + 95);
    const gap = (first?.x ?? 0) - (11 + 95);
    expect(gap).toBeGreaterThanOrEqual(7);
    expect(gap).toBeLessThanOrEqual(12);
    expect(rest).toHaveLength(15);
    expect(toString(drawing)).toMatch(/52495$/);
  });
});
