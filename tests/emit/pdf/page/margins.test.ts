import { describe, expect, test } from 'vitest';
import type { PrintSettings } from '../../../../src/book/metadata.ts';
import { geometryOf, type Geometry } from '../../../../src/emit/pdf/page/geometry.ts';
import { readPrinter } from '../../../../src/read/printers/printer.ts';
import { makePrint } from '../../../builders/hast-book.ts';

const mm = 72 / 25.4;

const binding = (await readPrinter('kdp')).margins.inside;

function page(print: Partial<PrintSettings>, pages = 0): Geometry {
  return geometryOf(makePrint({ binding, ...print }).print, undefined, pages);
}

describe('the inside margin', () => {
  const trim = { width: 105 * mm, height: 148 * mm };

  test.each([
    [24, 0.375],
    [150, 0.375],
    [151, 0.5],
    [300, 0.5],
    [301, 0.625],
    [500, 0.625],
    [501, 0.75],
    [700, 0.75],
    [701, 0.875],
    [2000, 0.875],
  ])('of %i pages is at least %f in', (pages, inches) => {
    const margins = { inside: 0.3 * 72 };
    expect(page({ trim, margins }, pages).margins.inside).toBeCloseTo(inches * 72);
  });

  test('is as it is where no printer asks for more', () => {
    expect(page({ trim, margins: { inside: 20 }, binding: [] }, 800).margins.inside).toBe(20);
  });
});

describe('stated margins', () => {
  test('are the margins of the page, but for the lines that fit between head and foot', () => {
    const margins = { inside: 60, outside: 70, top: 80, bottom: 90 };
    const { lineHeight, margins: made } = page({ margins });
    expect(made).toMatchObject({ inside: 60, outside: 70, top: 80 });
    expect(made.bottom).toBeGreaterThanOrEqual(90);
    expect(made.bottom).toBeLessThan(90 + lineHeight);
    const lines = (648 - made.top - made.bottom) / lineHeight;
    expect(lines).toBeCloseTo(Math.round(lines), 9);
  });

  test('of the foot alone stay exactly, and the head gives way', () => {
    const usual = page({}).margins;
    const { margins, lineHeight } = page({ margins: { bottom: 100 } });
    expect(margins.bottom).toBe(100);
    expect(margins.top).toBeGreaterThanOrEqual(usual.top);
    expect(margins.top).toBeLessThan(usual.top + lineHeight);
  });

  test('of one side leave the other as it was where lines are short enough', () => {
    const usual = page({}).margins;
    expect(page({ margins: { outside: 80 } }).margins).toMatchObject({ outside: 80, inside: usual.inside });
  });

  test('of one side push the other where lines would be longer than 30 em', () => {
    const { margins, fontSize } = page({ margins: { inside: 20 } });
    expect(margins.inside).toBe(27);
    expect(page({ margins: { inside: 20 }, gutter: 'none' }).margins.inside).toBe(20);
    expect(432 - 20 - margins.outside).toBeCloseTo(30 * fontSize);
  });

  test('of one side never leave less than 40 mm for the text', () => {
    const trim = { width: 105 * mm, height: 148 * mm };
    const { inside, outside } = page({ trim, margins: { inside: 55 * mm } }).margins;
    expect(105 * mm - inside - outside).toBeCloseTo(40 * mm);
  });
});

describe('the gutter', () => {
  const trim = { width: 105 * mm, height: 148 * mm };
  const usual = 105 * mm * 0.125;

  test('widens the inside margin where the binding of so many pages needs more', () => {
    expect(page({ trim }, 300).margins.inside).toBeCloseTo(usual);
    expect(page({ trim }, 301).margins.inside).toBe(45);
    expect(page({ trim }, 800).margins.inside).toBe(63);
    expect(page({ trim }, 800).margins.outside).toBeCloseTo(105 * mm * 0.15);
    expect(page({ trim, margins: { inside: 30 } }, 800).margins.inside).toBe(63);
  });

  test('is added to the inside margin where it is a measure, whatever the pages', () => {
    for (const pages of [10, 800]) {
      expect(page({ trim, gutter: 10 }, pages).margins.inside).toBeCloseTo(usual + 10);
    }
  });

  test('is nothing on request', () => {
    expect(page({ trim, gutter: 'none' }, 800).margins.inside).toBeCloseTo(usual);
  });
});

describe('the type', () => {
  test('is as large and as far apart as stated', () => {
    expect(page({ fontSize: 12, lineHeight: 15 })).toMatchObject({ fontSize: 12, lineHeight: 15 });
    expect(page({ fontSize: 12 })).toMatchObject({ fontSize: 12, lineHeight: 15.5 });
  });

  test('follows a line height that would cut it off', () => {
    expect(page({ lineHeight: 12 }).fontSize).toBeCloseTo(10);
    expect(page({ lineHeight: 16 }).fontSize).toBeCloseTo(10.8);
  });
});
