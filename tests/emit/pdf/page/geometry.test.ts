import { describe, expect, test } from 'vitest';
import { geometryOf, geometryStylesheet, type Geometry } from '../../../../src/emit/pdf/page/geometry.ts';
import { makePrint } from '../../../builders/hast-book.ts';

const mm = 72 / 25.4;

/** Trim sizes printers offer, in points. */
const sizes: ReadonlyArray<readonly [name: string, width: number, height: number]> = [
  ['A4', 210 * mm, 297 * mm],
  ['A5', 148 * mm, 210 * mm],
  ['A6', 105 * mm, 148 * mm],
  ['B5', 176 * mm, 250 * mm],
  ['pocket', 4.25 * 72, 6.87 * 72],
  ['5 × 8 in', 360, 576],
  ['5.5 × 8.5 in', 396, 612],
  ['6 × 9 in', 432, 648],
  ['6.14 × 9.21 in', 6.14 * 72, 9.21 * 72],
  ['7 × 10 in', 504, 720],
  ['8.5 × 11 in', 612, 792],
];

const cases = sizes.flatMap(([name, width, height]) =>
  [0, 9, 3 * mm].map((bleed) => [`${name}, bleed ${bleed.toFixed(1)}`, width, height, bleed] as const),
);

function geometry(width: number, height: number, bleed = 0): Geometry {
  return geometryOf(makePrint({ trim: { width, height }, bleed }).print);
}

describe.each(cases)('the page %s', (_, width, height, bleed) => {
  const page = geometry(width, height, bleed);
  const { trim, sheet, margins, fontSize, lineHeight } = page;

  test('lies on the smallest sheet Chrome prints exactly', () => {
    for (const [length, needed] of [
      [sheet.width, width + 2 * bleed],
      [sheet.height, height + 2 * bleed],
    ] as const) {
      expect(length).toBeGreaterThanOrEqual(needed - 1e-6);
      expect(length - needed).toBeLessThan(6);
      expect(Math.abs(length / 6 - Math.round(length / 6))).toBeLessThan(1e-9);
    }
    expect(trim).toEqual({ width, height });
    expect(page.bleed).toBe(bleed);
  });

  test('holds a whole number of lines', () => {
    const lines = (height - margins.top - margins.bottom) / lineHeight;
    expect(lines).toBeCloseTo(Math.round(lines), 9);
    expect(lines).toBeGreaterThan(20);
  });

  test('has lines of at most 30 em and type one can read', () => {
    expect(width - margins.inside - margins.outside).toBeLessThanOrEqual(30 * fontSize + 1e-9);
    expect(fontSize).toBeGreaterThanOrEqual(9);
    expect(fontSize).toBeLessThanOrEqual(11.5);
    expect(lineHeight / fontSize).toBeGreaterThan(1.2);
    expect(lineHeight / fontSize).toBeLessThan(1.4);
  });

  test('has margins that grow from inside over outside to the foot', () => {
    expect(margins.inside).toBeGreaterThan(0);
    expect(margins.outside).toBeGreaterThan(margins.inside);
    expect(margins.bottom).toBeGreaterThan(margins.top);
  });
});

test('6 × 9 in is set in 10.8 on 14 points, 36 lines of 29 em', () => {
  const page = geometry(432, 648);
  expect(page.fontSize).toBeCloseTo(10.8);
  expect(page.lineHeight).toBeCloseTo(14);
  expect(page.margins.inside).toBeCloseTo(54);
  expect(page.margins.outside).toBeCloseTo(64.8);
  expect(page.margins.top).toBeCloseTo(68.04);
  expect(page.margins.bottom).toBeCloseTo(648 - 68.04 - 36 * 14);
  expect(page.sheet).toEqual({ width: 432, height: 648 });
});

test('A4 gives what is too wide for a line to the margins', () => {
  const { margins, fontSize } = geometry(210 * mm, 297 * mm);
  expect((210 * mm - margins.inside - margins.outside) / fontSize).toBeCloseTo(30);
});

describe('geometryStylesheet', () => {
  const { inside, outside } = geometry(432, 648).margins;

  test('mirrors the margins of facing pages and keeps the rest of the sheet out of them', () => {
    const css = geometryStylesheet(geometry(148 * mm, 210 * mm, 9));
    const sides = (side: string): number[] => {
      const margin = new RegExp(`@page :${side} \\{ margin: ([^;]+);`).exec(css)?.[1] ?? '';
      return margin.split(' ').map((length) => Number.parseFloat(length));
    };
    const [topOfRight = 0, rightOfRight = 0, bottomOfRight = 0, leftOfRight = 0] = sides('right');
    const [topOfLeft = 0, rightOfLeft = 0, bottomOfLeft = 0, leftOfLeft = 0] = sides('left');
    const { sheet, trim, margins } = geometry(148 * mm, 210 * mm, 9);
    const beyond = sheet.width - trim.width - 9;
    expect([topOfLeft, bottomOfLeft]).toEqual([topOfRight, bottomOfRight]);
    expect(topOfRight).toBeCloseTo(9 + margins.top, 2);
    expect(leftOfRight).toBeCloseTo(9 + margins.inside, 2);
    expect(rightOfRight).toBeCloseTo(beyond + margins.outside, 2);
    expect(leftOfLeft).toBeCloseTo(9 + margins.outside, 2);
    expect(rightOfLeft).toBeCloseTo(beyond + margins.inside, 2);
  });

  test('states the sheet and the measures themes build on', () => {
    const css = geometryStylesheet(geometry(432, 648));
    expect(css).toContain('@page { size: 432pt 648pt; }');
    expect(css).toContain('--font-size: 10.8pt;');
    expect(css).toContain('--line: 14pt;');
    expect(css).toContain(`--text-width: ${Number((432 - inside - outside).toFixed(3))}pt;`);
    expect(css).toContain('--text-height: 504pt;');
  });
});
