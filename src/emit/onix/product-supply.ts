import type { Product } from '../../book/product.ts';
import type { Metadata, Price } from '../../book/metadata.ts';
import { pricesOf } from '../prices.ts';
import { composite, field, type Content } from './element.ts';
import { publisherName } from './publishing-detail.ts';

/**
 * Block 6 of a product record: what it costs, where prices are known (ONIX 3.0, P.24 to P.26).
 *
 * @param metadata the metadata of the book
 * @param product which of its products
 */
export function productSupply(metadata: Metadata, product: Product): Content {
  const supplier = publisherName(metadata);
  const prices = pricesOf(metadata, product);
  if (supplier === undefined || prices.length === 0) return undefined;
  const free = prices.every(({ amount }) => Number(amount) === 0);
  return composite(
    'ProductSupply',
    composite('Market', composite('Territory', field('RegionsIncluded', 'WORLD'))),
    composite(
      'SupplyDetail',
      composite('Supplier', field('SupplierRole', '00'), field('SupplierName', supplier)),
      field('ProductAvailability', '20'),
      free ? field('UnpricedItemType', '01') : prices.map(priceOf),
    ),
  );
}

/** Code lists 58 (recommended retail price including tax) and 57 (free of charge). */
function priceOf({ amount, currency }: Price): Content {
  const free = Number(amount) === 0;
  return composite(
    'Price',
    field('PriceType', '02'),
    free ? field('UnpricedItemType', '01') : field('PriceAmount', amount),
    field('CurrencyCode', currency),
  );
}
