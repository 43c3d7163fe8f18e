import { expect, test } from 'vitest';
import { pageLabels } from '../../../../src/emit/in-page/layout/page-labels.ts';

test('pages before the body have roman numbers, and it begins with 1', () => {
  expect(pageLabels(7, 4)).toEqual(['i', 'ii', 'iii', 'iv', '1', '2', '3']);
  expect(pageLabels(2, 0)).toEqual(['1', '2']);
  expect(pageLabels(11, 1, '۰۱۲۳۴۵۶۷۸۹').filter((_, page) => page === 0 || page > 8)).toEqual([
    'i',
    '۹',
    '۱۰',
  ]);
});

test('roman numbers are subtractive', () => {
  const labels = pageLabels(500, 500);
  const numbers = [9, 14, 40, 49, 90, 99, 400, 444, 499];
  expect(numbers.map((number) => labels[number - 1])).toEqual([
    'ix',
    'xiv',
    'xl',
    'xlix',
    'xc',
    'xcix',
    'cd',
    'cdxliv',
    'cdxcix',
  ]);
});
