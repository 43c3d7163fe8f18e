import { describe, expect, it } from 'vitest';
import { products } from '../../../src/book/product.ts';
import { editionNames, editions, isEdition } from '../../../src/build/editions/editions.ts';
import { help } from '../../../src/cli/build.ts';

describe('the registry of editions', () => {
  it('has each name, kind and file name once', () => {
    for (const key of ['name', 'kind', 'suffix'] as const)
      expect(new Set(editions.map((edition) => edition[key])).size).toBe(editions.length);
    const sold = editions.flatMap(({ product }) => product ?? []);
    expect(sold.toSorted()).toEqual([...products].toSorted());
  });

  it('is what --only takes, and what the help of the command lists', () => {
    expect(editionNames).toEqual(editions.map(({ name }) => name));
    expect(isEdition('epub')).toBe(true);
    expect(isEdition('mobi')).toBe(false);
    for (const { name, title } of editions) {
      expect(help).toContain(title);
      expect(help).toMatch(new RegExp(`--only EDITION .*\\b${name}\\b`));
    }
  });
});
