import type { Product } from '../../book/product.ts';
import type { Metadata } from '../../book/metadata.ts';
import { composite, field, optional, type Content } from './element.ts';
import { formOf } from './product-form.ts';
import { productIdentifiers } from './product-identifiers.ts';

/**
 * Block 5 of a product record: the other products of the book (ONIX 3.0, P.23; code list 51).
 *
 * @param metadata the metadata of the book
 * @param product the one whose record it is
 * @param products all that the book is sold as
 */
export function relatedMaterial(
  metadata: Metadata,
  product: Product,
  products: ReadonlyArray<Product>,
): Content {
  return optional(
    'RelatedMaterial',
    products
      .filter((other) => other !== product)
      .map((other) =>
        composite(
          'RelatedProduct',
          relationsOf(product, other).map((code) => field('ProductRelationCode', code)),
          productIdentifiers(metadata, other),
          formOf(other),
        ),
      ),
  );
}

/** Alternative formats of each other; what is electronic follows the printed book. */
function relationsOf(product: Product, other: Product): string[] {
  if (product === 'print') return ['06', '27'];
  return other === 'print' ? ['06', '13'] : ['06'];
}
