import { createHash } from 'node:crypto';
import type { Product } from '../book/product.ts';
import type { Metadata } from '../book/metadata.ts';

/**
 * The URN of a product: of the e-book the one that `identifiers.id` pins the book to; or else its ISBN; or
 * else a UUID drawn from the metadata, so that the same book keeps its identity from build to build. Two
 * products never have the same.
 *
 * @param metadata the metadata of the book
 * @param product which of its products
 */
export function productUrn(metadata: Metadata, product: Product): string {
  const { id } = metadata.identifiers;
  if (id !== undefined && product === 'epub') return id;
  const isbn = isbnOf(metadata, product);
  if (isbn !== undefined) return `urn:isbn:${isbn}`;
  return `urn:uuid:${uuid(id === undefined ? canonical(metadata, product) : JSON.stringify([id, product]))}`;
}

/** The ISBN of a product as digits alone. */
export function isbnOf({ identifiers }: Metadata, product: Product): string | undefined {
  return identifiers[product]?.replaceAll(/[^\dXx]/g, '');
}

/** The DOI of the book without the address of its resolver. */
export function doiOf({ identifiers }: Metadata): string | undefined {
  return identifiers.doi?.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
}

/** What makes a book this book and this edition; corrections of the text keep it. */
function canonical(metadata: Metadata, product: Product): string {
  const { title, subtitle, language, contributors, publisher, date, edition, series } = metadata;
  return JSON.stringify([
    title,
    subtitle ?? null,
    language,
    contributors.map(({ name, role }) => [role, name]),
    publisher?.name ?? null,
    date ?? null,
    edition ?? null,
    series === undefined ? null : [series.name, series.position ?? null],
    // The EPUB came first; its identity must stay what it was.
    ...(product === 'epub' ? [] : [product]),
  ]);
}

/** The namespace of the identifiers Colophon draws. */
const namespace = 'c010f0de-8c5e-4b43-9a1d-6a5c7b0e2d11';

/** A UUID of version 5 (RFC 9562, 5.5). */
function uuid(name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
