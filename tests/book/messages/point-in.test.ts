import { VFile } from 'vfile';
import { expect, it } from 'vitest';
import { pointAfter, pointIn } from '../../../src/book/messages/point-in.ts';

const file = new VFile('one\ntwo\n');

it.each([
  [0, 1, 1],
  [3, 1, 4],
  [4, 2, 1],
  [8, 3, 1],
])('finds offset %d on line %d, column %d', (offset, line, column) => {
  expect(pointIn(file, offset)).toEqual({ line, column, offset });
});

it('takes what lies past the end for the end', () => {
  expect(pointIn(file, 99)).toEqual({ line: 3, column: 1, offset: 8 });
});

it('reads a file anew once it says something else', () => {
  const changing = new VFile('\n\nx');
  expect(pointIn(changing, 2).line).toBe(3);
  changing.value = 'abc';
  expect(pointIn(changing, 2).line).toBe(1);
});

it('goes on from a point, and stays where its offset is not known', () => {
  expect(pointAfter(file, { line: 1, column: 2, offset: 1 }, 4)).toEqual({ line: 2, column: 2, offset: 5 });
  expect(pointAfter(file, { line: 1, column: 2 }, 4)).toEqual({ line: 1, column: 2 });
  expect(pointAfter(file, undefined, 4)).toBeUndefined();
});
