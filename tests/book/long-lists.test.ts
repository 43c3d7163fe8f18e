import { expect, test } from 'vitest';
import { append, greatest, least, replaceIn } from '../../src/book/long-lists.ts';

/** More than the stack has place for. */
const many = Array.from({ length: 1_000_000 }, (_, index) => index);

test('a list takes any number of items behind it', () => {
  const list = [-1];
  append(list, many);
  expect(list).toHaveLength(1_000_001);
  expect([list[0], list[1], list.at(-1)]).toEqual([-1, 0, 999_999]);
});

test.each([0, 1, 10_000, 10_001, 25_000, 200_000])('%i items take the place of two', (count) => {
  const list = ['a', 'b', 'c', 'd'];
  const items = many.slice(0, count).map(String);
  replaceIn(list, 1, 2, items);
  expect(list).toEqual(['a', ...items, 'd']);
});

test('the greatest and the least of any number of numbers are found', () => {
  expect([greatest(many), least(many)]).toEqual([999_999, 0]);
  expect([greatest([]), greatest([], 0), greatest([-3], 0), greatest(new Set([3, 7, 5]))]).toEqual([
    -Infinity,
    0,
    0,
    7,
  ]);
  expect([least([]), least([5, 3])]).toEqual([Infinity, 3]);
});
