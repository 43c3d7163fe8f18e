import type { Metadata } from '../../book/metadata.ts';
import { pricesOf } from '../prices.ts';

/** First digits of the add-on by currency; scanners of other countries read none. */
const currencies: ReadonlyArray<readonly [currency: string, digit: string]> = [
  ['USD', '5'],
  ['CAD', '6'],
];

/**
 * The five digits beside the bar code of a book (EAN-5, after the Book Industry Study Group): the
 * currency and the price, `52495` for 24.95 US dollars; `59999` says 100 dollars or more.
 *
 * @param metadata the metadata of the book
 * @returns nothing where the printed book has no price in such a currency
 */
export function priceCode(metadata: Metadata): string | undefined {
  const prices = pricesOf(metadata, 'print');
  for (const [currency, digit] of currencies) {
    const amount = Number(prices.find((price) => price.currency === currency)?.amount ?? 0);
    if (amount > 0) return digit + String(Math.min(9999, Math.round(amount * 100))).padStart(4, '0');
  }
  return undefined;
}
