import { expect, test } from 'vitest';
import { bookSizes } from '../../src/html/book-sizes.ts';
import { makeBook } from '../builders/book.ts';
import { makeSection } from '../builders/hast-book.ts';

test('elements, their names and classes are counted, and pairs of those beside each other', () => {
  const html = '<p class="a">B <em>C</em></p> <p class="a b">D</p><p>E</p>';
  const one = bookSizes(makeBook({ body: [makeSection('one', html)] }));
  const two = bookSizes(makeBook({ body: [makeSection('one', html), makeSection('two', html)] }));
  const rest = bookSizes(makeBook({ body: [makeSection('one', '')] }));
  expect(two.elements - one.elements).toBe(one.elements);
  expect([one.named.get('p'), two.named.get('p')]).toEqual([3, 6]);
  expect([one.named.get('em'), one.named.get('.a'), one.named.get('.b')]).toEqual([1, 2, 1]);
  expect(one.elements - rest.elements).toBe(4);
  expect(one.pairs).toBeGreaterThanOrEqual(3);
  expect(two.pairs).toBe(2 * one.pairs);
});
