import { describe, expect, it } from 'vitest';
import { didYouMean, nearest } from '../../src/book/nearest.ts';

describe('nearest', () => {
  it.each([
    ['titel', ['title', 'subtitle', 'tile'], ['title']],
    ['Cover.JPG', ['cover.jpg', 'cover.png'], ['cover.jpg']],
    ['chap', ['chat', 'chip', 'ship'], ['chat', 'chip']],
    ['xyz', ['title'], []],
  ])('finds what %s may mean', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toEqual(expected);
  });
});

describe('didYouMean', () => {
  it('asks, or says nothing', () => {
    expect(didYouMean('chap', ['chat', 'chip'])).toBe('Did you mean "chat" or "chip"?');
    expect(didYouMean('chap', ['title'])).toBeUndefined();
  });
});
