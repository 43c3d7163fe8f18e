import { expect, it } from 'vitest';
import { naturalOrder } from '../../../src/read/files/natural-order.ts';

it('naturalOrder compares numbers by value and all else by code unit', () => {
  const names = [
    'b.md',
    'a10.md',
    'a9.md',
    'B.md',
    'a09b.md',
    'ä.md',
    '2.md',
    '10.md',
    '1-2.md',
    '1-10.md',
    `${'9'.repeat(30)}.md`,
  ];
  expect(names.toSorted(naturalOrder)).toEqual([
    '1-2.md',
    '1-10.md',
    '2.md',
    '10.md',
    `${'9'.repeat(30)}.md`,
    'B.md',
    'a9.md',
    'a09b.md',
    'a10.md',
    'b.md',
    'ä.md',
  ]);
  expect(naturalOrder('01.md', '1.md')).toBeLessThan(0);
  expect(naturalOrder('1.md', '1.md')).toBe(0);
});
