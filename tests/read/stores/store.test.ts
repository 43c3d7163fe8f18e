import { describe, expect, test } from 'vitest';
import { mostTextBytes } from '../../../src/book/store.ts';
import { demandNames } from '../../../src/read/stores/store-schema.ts';
import { anyStore, readStores, storeNames } from '../../../src/read/stores/store.ts';

const stores = await readStores(await storeNames());

test('the names of stores come in alphabetical order, any store among them', async () => {
  const names = await storeNames();
  expect(names).toEqual(names.toSorted());
  expect(names).toEqual(expect.arrayContaining(['apple', anyStore, 'google', 'kindle', 'kobo']));
});

describe.each(stores)('the data of $name', ({ demands, sources, unconfirmed }) => {
  test('name a source for every demand, and no source in vain', () => {
    const named = new Set(Object.values(demands).map(({ source }) => source));
    expect([...named].toSorted()).toEqual(Object.keys(sources).toSorted());
  });

  test('call nothing unconfirmed that is not there', () => {
    expect(unconfirmed.filter((name) => !(name in demands))).toEqual([]);
  });

  test('have figures that some book can meet', () => {
    for (const demand of Object.values(demands)) {
      const { least = 0, most = Infinity } = demand as { least?: number; most?: number };
      expect(least).toBeLessThan(most);
    }
  });
});

test('everything that a store can ask for is asked by one', () => {
  const asked = new Set(stores.flatMap(({ demands }) => Object.keys(demands)));
  expect(demandNames.filter((name) => !asked.has(name))).toEqual([]);
});

test('the smallest limit of several stores holds for the length of content documents', () => {
  const of = (...names: string[]) => stores.filter(({ name }) => names.includes(name));
  expect(mostTextBytes(of('kobo'))).toBe(10e6);
  expect(mostTextBytes(of('kobo', 'generic'))).toBe(300e3);
  expect(mostTextBytes(of('google'))).toBeUndefined();
});
