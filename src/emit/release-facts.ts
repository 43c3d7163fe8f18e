import type { Artifact } from '../book/artifact.ts';
import { products, type Product } from '../book/product.ts';
import type { Labels } from '../book/labels.ts';
import type { Metadata } from '../book/metadata.ts';
import type { Page } from '../book/page-map.ts';
import type { Accessibility } from './accessibility.ts';

/** What records for the trade say of a release beyond its metadata. */
export interface ReleaseFacts {
  /** Fixed wording in the language of the book. */
  readonly labels: Labels;
  /** The files made, by product; `print` is the PDF for the printer. */
  readonly files: Readonly<Partial<Record<Product, Artifact>>>;
  /** The pages of the printed book, where one was laid out. */
  readonly pages?: ReadonlyArray<Page>;
  /** What the EPUB says of its accessibility. */
  readonly accessibility?: Accessibility;
}

/** The products of a release: those it has a file of, and the printed book where it has an ISBN. */
export function productsOf({ identifiers }: Metadata, { files }: ReleaseFacts): Product[] {
  return products.filter(
    (product) => files[product] !== undefined || (product === 'print' && identifiers.print !== undefined),
  );
}
