import { expect, test } from 'vitest';
import { lineAtPageEnd } from '../../../../src/emit/in-page/lines/page-end-hyphen.ts';

/** Six lines of one piece each; those with `-` end in a hyphen. */
const ending = (lines: string, ...heights: number[]): number | undefined => {
  const breaks = Array.from(lines, (_, at) => at);
  return lineAtPageEnd(new Set(breaks.filter((at) => lines[at] === '-')), breaks, heights, 12);
};

test('the hyphen at the end of a page is found', () => {
  expect(ending('a-aaaa', 24, 48)).toBe(2);
  expect(ending('a-aaaa', 36, 36)).toBeUndefined();
  expect(ending('aaa-aa', 24, 24, 24)).toBe(4);
});

test('lines left empty at the foot of the last page but one are not counted', () => {
  expect(ending('a-aaaa', 36, 48)).toBe(2);
});
