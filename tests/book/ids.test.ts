import { expect, test } from 'vitest';
import { authorId } from '../../src/book/ids.ts';

test('an id of the author’s own is an ASCII name of its section', () => {
  expect(authorId('one', 'map')).toBe('one---map');
  expect(authorId('one', 'a b/ж')).toBe('one---a_20b_2f_436');
  expect(authorId('one', 'map')).not.toBe(authorId('two', 'map'));
});
