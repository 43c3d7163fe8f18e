import { expect, test } from 'vitest';
import { sections } from '../../src/book/book.ts';
import { makeBook, makeSection } from '../emit/make-book.ts';

test('sections are in reading order: front, body, back', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => makeSection(id, '')) as [
    ReturnType<typeof makeSection>,
    ReturnType<typeof makeSection>,
    ReturnType<typeof makeSection>,
    ReturnType<typeof makeSection>,
  ];
  expect(sections(makeBook({ back: [d], front: [a], body: [b, c] }))).toEqual([a, b, c, d]);
});
