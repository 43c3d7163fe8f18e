import { describe, expect, test } from 'vitest';
import { pageAt } from '../../../../src/emit/in-page/layout/page-at.ts';

const tops = [0, 300, 600, 900];
const at = (top: number, height = 12): number => pageAt(tops, { top, height });

describe('pageAt', () => {
  test('is the page that begins at or above what is asked for', () => {
    expect([0, 299.9 - 8, 300, 301, 599 - 8, 600, 5000].map((top) => at(top))).toEqual([0, 0, 1, 1, 1, 2, 3]);
  });

  test('is the page of the middle of a raised sign, which sticks out of the first line', () => {
    expect(at(297, 10)).toBe(1);
    expect(at(293, 10)).toBe(0);
  });

  test('takes no more than a line into account where something high begins on the page before', () => {
    expect(at(280, 400)).toBe(0);
  });
});
