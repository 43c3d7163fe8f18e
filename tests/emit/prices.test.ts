import { expect, it } from 'vitest';
import { pricesOf } from '../../src/emit/prices.ts';
import { makeMetadata } from '../builders/metadata.ts';

it('lets a price of the product stand in place of one for all, currency by currency', () => {
  const euro = { amount: '12', currency: 'EUR' };
  const dollar = { amount: '14', currency: 'USD' };
  const less = { amount: '8', currency: 'EUR', product: 'epub' } as const;
  const metadata = makeMetadata({ sale: { commercial: true, prices: [euro, dollar, less] } });
  expect(pricesOf(metadata, 'epub')).toEqual([less, dollar]);
  expect(pricesOf(metadata, 'print')).toEqual([euro, dollar]);
});
