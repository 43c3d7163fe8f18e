import type { Product } from '../../book/product.ts';
import type { Metadata } from '../../book/metadata.ts';
import type { Fact } from './fact.ts';

/**
 * What the metadata say of a product, fact by fact; an empty list where they say nothing.
 *
 * @param metadata the metadata of the book
 * @param product the product
 * @param pages the pages of the printed book, where it was made
 */
export function expectedFacts(
  { title, language, publisher, identifiers, copyright }: Metadata,
  product: Product,
  pages: number | undefined,
): Readonly<Record<Fact, ReadonlyArray<string>>> {
  const notices = [copyright, ...copyright.parts];
  const { license, mining } = copyright;
  return {
    title: [title],
    language: [language],
    publisher: given(publisher?.name),
    isbn: given(identifiers[product]),
    years: notices.flatMap(({ years }) => years),
    holders: notices.flatMap(({ holders }) => holders),
    licence: given(license?.url),
    reservation: mining === undefined ? [] : [mining.reserved ? '1' : '0'],
    policy: given(mining?.policy),
    pages: given(pages?.toString()),
  };
}

function given(value: string | undefined): string[] {
  return value === undefined ? [] : [value];
}
