import { expect, it } from 'vitest';
import { parsePosition } from '../../../src/read/book-yaml/fields.ts';

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
