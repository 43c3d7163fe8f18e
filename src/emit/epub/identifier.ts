import { createHash } from 'node:crypto';
import type { Metadata } from '../../book/metadata.ts';

export interface Identifier {
  /** The id of the element in the package document. */
  readonly id: string;
  readonly value: string;
  /** ONIX code list 5. */
  readonly onixType?: string;
}

/**
 * The identifiers of the EPUB, the unique one first: the ISBN of this edition, or else a UUID
 * drawn from the metadata, so that the same book keeps its identity from build to build. The
 * ISBNs of other editions are not among them.
 *
 * EPUB 3.3, 5.5.3.1 and 5.4.1.
 */
export function identifiersOf(metadata: Metadata): [Identifier, ...Identifier[]] {
  const { epub, doi } = metadata.identifiers;
  const unique: Identifier =
    epub === undefined
      ? { id: 'pub-id', value: `urn:uuid:${uuid(canonical(metadata))}` }
      : { id: 'pub-id', value: `urn:isbn:${epub.replaceAll(/[^\dXx]/g, '')}`, onixType: '15' };
  if (doi === undefined) return [unique];
  const bare = doi.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
  return [unique, { id: 'doi', value: `doi:${bare}`, onixType: '06' }];
}

/** What makes a book this book and this edition; corrections of the text keep it. */
function canonical({
  title,
  subtitle,
  language,
  contributors,
  publisher,
  date,
  edition,
  series,
}: Metadata): string {
  return JSON.stringify([
    title,
    subtitle ?? null,
    language,
    contributors.map(({ name, role }) => [role, name]),
    publisher?.name ?? null,
    date ?? null,
    edition ?? null,
    series === undefined ? null : [series.name, series.position ?? null],
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
