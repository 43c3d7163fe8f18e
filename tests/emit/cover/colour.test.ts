import { expect, it } from 'vitest';
import { isDark } from '../../../src/emit/cover/colour.ts';

it.each([
  ['#000000', true],
  ['#1f323b', true],
  ['#6d2430', true],
  ['#f4b940', false],
  ['#ffffff', false],
])('%s is dark: %s', (colour, dark) => {
  expect(isDark(colour)).toBe(dark);
});
