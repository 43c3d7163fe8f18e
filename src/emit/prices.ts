import type { Product } from '../book/product.ts';
import type { Metadata, Price } from '../book/metadata.ts';

/**
 * The prices of a product: one meant for it stands in place of one in the same currency meant
 * for all.
 *
 * @param metadata the metadata of the book
 * @param product which of its products
 */
export function pricesOf({ sale }: Metadata, product: Product): Price[] {
  const own = sale.prices.filter((price) => price.product === product);
  const currencies = new Set(own.map(({ currency }) => currency));
  const common = sale.prices.filter(
    (price) => price.product === undefined && !currencies.has(price.currency),
  );
  return [...own, ...common];
}
