import type { Product } from '../../book/product.ts';
import type { Metadata } from '../../book/metadata.ts';
import { doiOf, isbnOf, productUrn } from '../identity.ts';
import { composite, field, type Content } from './element.ts';

/**
 * By what the trade knows a product: its ISBN, also as GTIN, or else a URN of its own (ONIX
 * 3.0, P.2; code list 5).
 *
 * @param metadata the metadata of the book
 * @param product which of its products
 */
export function productIdentifiers(metadata: Metadata, product: Product): Content {
  const isbn = isbnOf(metadata, product);
  return isbn === undefined
    ? identifier('22', productUrn(metadata, product))
    : [identifier('03', isbn), identifier('15', isbn)];
}

/** As {@link productIdentifiers}, with the numbers the book has besides. */
export function allIdentifiers(metadata: Metadata, product: Product): Content {
  const { lccn } = metadata.identifiers;
  return [
    productIdentifiers(metadata, product),
    identifier('06', doiOf(metadata)),
    // Libraries number the printed book.
    product === 'print' ? identifier('13', lccn) : undefined,
  ];
}

function identifier(type: string, value: string | undefined): Content {
  if (value === undefined) return undefined;
  return composite('ProductIdentifier', field('ProductIDType', type), field('IDValue', value));
}
