import { expect, it } from 'vitest';
import { parseInstant, parsePosition } from '../../../src/read/book-yaml/fields.ts';

it.each([
  ['3', { position: 3 }],
  ['2.5', { position: 2.5 }],
  ['IV', { position: 4, numeral: 'IV' }],
  ['mcmxciv', { position: 1994, numeral: 'MCMXCIV' }],
  ['IIII', undefined],
  ['IC', undefined],
  ['-1', undefined],
  ['two', undefined],
])('reads the place in a series %j as %j', (written, position) => {
  expect(parsePosition(written)).toEqual(position);
});

it.each([
  ['2026', '2026'],
  ['2026-11-28', '2026-11-28'],
  ['2026-11-28T16:30Z', '2026-11-28T16:30:00Z'],
  ['2026-11-28 16:30:05+02:00', '2026-11-28T14:30:05Z'],
  ['2026-11-28T16:30', undefined],
  ['2026-02-30T16:30Z', undefined],
  ['2026-11-28T25:00Z', undefined],
])('reads the day or instant %j as %j', (written, instant) => {
  expect(parseInstant(written)).toBe(instant);
});
