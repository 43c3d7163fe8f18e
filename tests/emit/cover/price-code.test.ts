import { describe, expect, it } from 'vitest';
import type { Price } from '../../../src/book/metadata.ts';
import { priceCode } from '../../../src/emit/cover/price-code.ts';
import { makeMetadata } from '../../builders/metadata.ts';

function codeOf(...prices: Price[]): string | undefined {
  return priceCode(makeMetadata({ sale: { commercial: true, prices } }));
}

describe('priceCode', () => {
  it('states currency and price', () => {
    expect(codeOf({ amount: '24.95', currency: 'USD' })).toBe('52495');
    expect(codeOf({ amount: '3', currency: 'CAD' })).toBe('60300');
    expect(codeOf({ amount: '120', currency: 'USD' })).toBe('59999');
  });

  it('takes the price of the printed book, in American before Canadian dollars', () => {
    expect(
      codeOf(
        { amount: '9.99', currency: 'USD', product: 'epub' },
        { amount: '33', currency: 'CAD' },
        { amount: '24', currency: 'USD', product: 'print' },
      ),
    ).toBe('52400');
  });

  it('is absent without a price in such a currency', () => {
    expect(codeOf()).toBeUndefined();
    expect(codeOf({ amount: '20', currency: 'EUR' })).toBeUndefined();
    expect(codeOf({ amount: '0', currency: 'USD' })).toBeUndefined();
    expect(codeOf({ amount: '9.99', currency: 'USD', product: 'epub' })).toBeUndefined();
  });
});
