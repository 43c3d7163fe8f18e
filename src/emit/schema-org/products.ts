import type { Product } from '../../book/product.ts';
import type { Metadata } from '../../book/metadata.ts';
import type { Accessibility } from '../accessibility.ts';
import { isbnOf, productUrn } from '../identity.ts';
import { pricesOf } from '../prices.ts';
import type { ReleaseFacts } from '../release-facts.ts';
import { some, type Thing } from './thing.ts';

const formats: Readonly<Record<Product, string>> = { print: 'Paperback', epub: 'EBook', pdf: 'EBook' };

const mediaTypes: Readonly<Partial<Record<Product, string>>> = {
  epub: 'application/epub+zip',
  pdf: 'application/pdf',
};

/**
 * A product of the book as https://schema.org/workExample has it.
 *
 * @param metadata the metadata of the book
 * @param product which of its products
 * @param facts files, pages and accessibility of the release
 */
export function exampleOf(metadata: Metadata, product: Product, facts: ReleaseFacts): Thing {
  const { accessibility, pages } = facts;
  return {
    '@type': 'Book',
    '@id': productUrn(metadata, product),
    name: metadata.title,
    bookFormat: `https://schema.org/${formats[product]}`,
    inLanguage: metadata.language,
    isbn: isbnOf(metadata, product),
    // An EPUB has no pages.
    numberOfPages: product === 'epub' ? undefined : pages?.length,
    encodingFormat: mediaTypes[product],
    encoding: product === 'print' ? undefined : encodingOf(product, facts),
    ...(product === 'epub' && accessibility !== undefined ? accessibilityValues(accessibility) : {}),
    offers: some(offersOf(metadata, product)),
  };
}

function encodingOf(product: Product, { files }: ReleaseFacts): Thing | undefined {
  const file = files[product];
  if (file === undefined) return undefined;
  return {
    '@type': 'MediaObject',
    name: file.path,
    encodingFormat: mediaTypes[product],
    contentSize: `${file.bytes.length} B`,
    sha256: file.sha256,
  };
}

/** The same values as in the package document of the EPUB. */
function accessibilityValues({ modes, sufficient, features, hazard, summary }: Accessibility) {
  return {
    accessMode: [...modes],
    accessModeSufficient: sufficient.map((together) => ({
      '@type': 'ItemList',
      itemListElement: together.split(','),
    })),
    accessibilityFeature: [...features],
    accessibilityHazard: hazard,
    accessibilitySummary: summary.text,
  };
}

function offersOf(metadata: Metadata, product: Product): Thing[] {
  return pricesOf(metadata, product).map(({ amount, currency }) => ({
    '@type': 'Offer',
    price: amount,
    priceCurrency: currency,
  }));
}
