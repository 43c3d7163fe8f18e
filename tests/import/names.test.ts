import { expect, it, test } from 'vitest';
import { beginsByline, names } from '../../src/import/names.ts';

it.each([
  ['By Jane Doe, PhD and John Roe – 3 May 2015', ['Jane Doe', 'John Roe']],
  ['Article by: Jane Doe', ['Jane Doe']],
  ['Author: Jane Doe', ['Jane Doe']],
  ['Von Jane Doe und John Roe', ['Jane Doe', 'John Roe']],
  ['Doe, Jane', ['Jane Doe']],
  ['By Jane Doe, Institute for Sea Trade, Hamburg', ['Jane Doe']],
  ['Jane Doe and John Roe, The New University of Kyiv', ['Jane Doe', 'John Roe']],
])('%s', (byline, expected) => {
  expect(names(byline)).toEqual(expected);
});

test.each([
  ['Article by: Jane Doe', true],
  ['Story by Jane Doe', true],
  ['Autorin: Jane Doe', true],
  ['The author lived by the sea', false],
  ['Author and reader', false],
  ['Parting', false],
])('%s begins as bylines do: %s', (line, expected) => {
  expect(beginsByline.test(line)).toBe(expected);
});
