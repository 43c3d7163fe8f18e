import { expect, it } from 'vitest';
import { decimal, inMillimetres, pointsIn, sizeInMillimetres } from '../../src/book/lengths.ts';

it.each([
  [3 * pointsIn.mm, '3 mm'],
  [pointsIn.in / 2, '12.7 mm'],
  [0.25 * pointsIn.mm, '0.3 mm'],
  [0, '0 mm'],
])('says %d points in millimetres', (points, words) => {
  expect(inMillimetres(points)).toBe(words);
});

it('says a size with its unit once', () => {
  expect(sizeInMillimetres({ width: 6 * pointsIn.in, height: 9 * pointsIn.in })).toBe('152.4 × 228.6 mm');
});

it('rounds half a unit up, however it was computed', () => {
  expect(decimal(1.005, 2)).toBe('1.01');
  expect(decimal(2, 3)).toBe('2');
});
