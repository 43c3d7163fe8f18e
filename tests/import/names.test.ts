import { expect, it } from 'vitest';
import { names } from '../../src/import/names.ts';

it.each([
  ['By Jane Doe, PhD and John Roe – 3 May 2015', ['Jane Doe', 'John Roe']],
  ['Doe, Jane', ['Jane Doe']],
  ['By Jane Doe, Institute for Sea Trade, Hamburg', ['Jane Doe']],
  ['Jane Doe and John Roe, The New University of Kyiv', ['Jane Doe', 'John Roe']],
])('%s', (byline, expected) => {
  expect(names(byline)).toEqual(expected);
});
