import { expect, test } from 'vitest';
import { written } from '../../../../src/emit/pdf/content/written.ts';

test.each([
  [0.1 + 0.2, '0.3'],
  [-0, '0'],
  [1e-7, '0'],
  [0.00001, '0.00001'],
  [-12.5, '-12.5'],
])('written: %s is %s', (value, text) => {
  expect(written(value)).toBe(text);
});
