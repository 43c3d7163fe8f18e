import { createHash } from 'node:crypto';
import type { Product } from '../book/product.ts';
import type { Metadata } from '../book/metadata.ts';
import { primaryLanguage } from '../language/tag.ts';

/**
 * The URN of a product: of the e-book the one that `identifiers.id` pins the book to; or else its ISBN; or
 * else a UUID drawn from language and title, so that a corrected book is still the same. Two products never
 * have the same.
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

/** Whether the identity of the e-book hangs on its title: nothing pins it, and it has no ISBN. */
export function isUnpinned({ identifiers }: Metadata): boolean {
  return identifiers.id === undefined && identifiers.epub === undefined;
}

/** The ISBN of a product as digits alone. */
export function isbnOf({ identifiers }: Metadata, product: Product): string | undefined {
  return identifiers[product]?.replaceAll(/[^\dXx]/g, '');
}

/** The DOI of the book without the address of its resolver. */
export function doiOf({ identifiers }: Metadata): string | undefined {
  return identifiers.doi?.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
}

/**
 * What tells a book from others and is not changed by corrections: the language, the letters and digits of title
 * and subtitle, in any case, and which volume of a series it is. People, dates and editions are not in it, since
 * their spelling is corrected and they change with every edition.
 */
function canonical({ title, subtitle, language, series }: Metadata, product: Product): string {
  const words = [title, subtitle ?? ''].map(letters);
  return JSON.stringify([primaryLanguage(language), ...words, series?.position ?? null, product]);
}

/** Letters with their marks, and digits, small where a script has two cases; of a text without any, all of it. */
function letters(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase();
  return folded.replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '') || folded.trim();
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
