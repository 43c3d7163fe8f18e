import { describe, expect, it } from 'vitest';
import { asciiSlug, createAllocator, sectionStem } from '../../src/markdown/ids.ts';

describe('asciiSlug', () => {
  it.each([
    ['The “Spouter-Inn”', 'the-spouter-inn'],
    ['Don’t stop', 'dont-stop'],
    ['Größe, Æther, Łódź', 'grosse-aether-lodz'],
    ['Розділ', ''],
    ['x'.repeat(100_000), 'x'.repeat(60)],
  ])('of %.20s', (text, slug) => {
    expect(asciiSlug(text)).toBe(slug);
  });
});

describe('sectionStem', () => {
  it.each([
    ['003-chapter-1.md', 'chapter-1'],
    ['part 2/01 the_whale.md', 'part-2-the-whale'],
    ['01.md', 'section-01'],
    ['розділ.md', 'section'],
  ])('of %s', (path, stem) => {
    expect(sectionStem(path)).toBe(stem);
  });
});

describe('createAllocator', () => {
  it('gives every id once, whatever its case, and keeps the names of generated pages free', () => {
    const { allocate } = createAllocator();
    expect([allocate('a'), allocate('A'), allocate('a'), allocate('a-2'), allocate('toc')]).toEqual([
      'a',
      'A-2',
      'a-3',
      'a-2-2',
      'toc-2',
    ]);
  });

  it('gives the same ids again where they are free, and otherwise none of them', () => {
    const first = createAllocator();
    const given = ['a', 'b', 'a'].map((wanted) => [wanted, first.allocate(wanted)] as const);
    const second = createAllocator();
    expect(second.repeat(given)).toBe(true);
    expect(second.allocate('a')).toBe(first.allocate('a'));

    const taken = createAllocator();
    taken.allocate('a-2');
    expect(taken.repeat(given)).toBe(false);
    expect(['a', 'b', 'a', 'a-2'].map(taken.allocate)).toEqual(['a', 'b', 'a-3', 'a-2-2']);
  });
});
