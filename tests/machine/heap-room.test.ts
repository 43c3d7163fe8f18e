import { expect, test } from 'vitest';
import { EnvironmentError } from '../../src/book/errors.ts';
import { assertHeapRoom } from '../../src/machine/heap-room.ts';

const megabyte = 1 << 20;
const heap =
  (...used: number[]) =>
  () => ({ used: (used.length > 1 ? used.shift()! : used[0]!) * megabyte, most: 4000 * megabyte });

test('there is room in the heap of the tests', () => {
  expect(() => assertHeapRoom('one.md')).not.toThrow();
});

test('what nobody needs any more is let go first', () => {
  expect(() => assertHeapRoom('one.md', heap(3900, 1000))).not.toThrow();
});

test('a full heap is told of with what comes next', () => {
  expect(() => assertHeapRoom('one.md', heap(3900))).toThrow(EnvironmentError);
  expect(() => assertHeapRoom('one.md', heap(3900))).toThrow(
    'The book takes more memory than Node.js may use: 3900 of 4000 MB are taken, and one.md is still to come',
  );
});
