import { expect, test } from 'vitest';
import { sections } from '../../src/book/book.ts';
import { makeBook } from '../builders/book.ts';
import { makeSection } from '../builders/hast-book.ts';

test('sections are in reading order: front, body, back', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => makeSection(id, '')) as [
    ReturnType<typeof makeSection>,
    ReturnType<typeof makeSection>,
    ReturnType<typeof makeSection>,
    ReturnType<typeof makeSection>,
  ];
  expect(sections(makeBook({ back: [d], front: [a], body: [b, c] }))).toEqual([a, b, c, d]);
});
