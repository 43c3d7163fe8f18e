import { describe, expect, it } from 'vitest';
import { Rows } from '../../../src/preview/page/rows.ts';
import { scaleFor } from '../../../src/preview/page/zoom.ts';

function rowsOf(pages: number, isSpread: boolean): number[][] {
  const rows = Object.assign(new Rows(), { pages, isSpread });
  return Array.from({ length: rows.count }, (_, row) => rows.pagesOf(row));
}

describe('rows', () => {
  it.each([
    [0, []],
    [1, [[0]]],
    [2, [[0], [1]]],
    [3, [[0], [1, 2]]],
    [4, [[0], [1, 2], [3]]],
  ])('of spreads of %i pages', (pages, rows) => {
    expect(rowsOf(pages, true)).toEqual(rows);
  });

  it('of single pages', () => {
    expect(rowsOf(3, false)).toEqual([[0], [1], [2]]);
  });

  it.each([true, false])('know the row of each page (spreads: %s)', (isSpread) => {
    const rows = Object.assign(new Rows(), { pages: 9, isSpread });
    for (let page = 0; page < 9; page++) expect(rows.pagesOf(rows.rowOf(page))).toContain(page);
  });
});

describe('the scale', () => {
  const page = { width: 100, height: 200 };
  it.each([
    ['page', 2, { width: 400, height: 300 }, 1.5],
    ['page', 2, { width: 100, height: 300 }, 0.5],
    ['width', 1, { width: 400, height: 300 }, 4],
    [1.5, 2, { width: 400, height: 300 }, 2],
    ['width', 1, { width: 0, height: 0 }, 0.05],
  ] as const)('for %s, %i beside each other', (zoom, beside, room, scale) => {
    expect(scaleFor(zoom, page, beside, room)).toBe(scale);
  });
});
