import type { Metadata } from '../../book/metadata.ts';
import { doiOf, productUrn } from '../identity.ts';

export interface Identifier {
  /** The id of the element in the package document. */
  readonly id: string;
  readonly value: string;
  /** ONIX code list 5. */
  readonly onixType?: string;
}

/**
 * The identifiers of the EPUB, the unique one first: the ISBN of this edition, or else a UUID
 * drawn from the metadata. The ISBNs of other editions are not among them.
 *
 * EPUB 3.3, 5.5.3.1 and 5.4.1.
 */
export function identifiersOf(metadata: Metadata): [Identifier, ...Identifier[]] {
  const value = productUrn(metadata, 'epub');
  const unique = { id: 'pub-id', value, ...(value.startsWith('urn:isbn:') && { onixType: '15' }) };
  const doi = doiOf(metadata);
  return doi === undefined ? [unique] : [unique, { id: 'doi', value: `doi:${doi}`, onixType: '06' }];
}
