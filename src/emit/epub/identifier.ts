import type { Metadata } from '../../book/metadata.ts';
import { doiOf, isbnOf, productUrn } from '../identity.ts';

export interface Identifier {
  /** The id of the element in the package document. */
  readonly id: string;
  readonly value: string;
  /** ONIX code list 5. */
  readonly onixType?: string;
}

/**
 * The identifiers of the EPUB, the unique one first: what the book is pinned to, or else the ISBN of this
 * edition, or else a UUID drawn from the metadata. The ISBNs of other editions are not among them.
 *
 * EPUB 3.3, 5.5.3.1 and 5.4.1.
 */
export function identifiersOf(metadata: Metadata): [Identifier, ...Identifier[]] {
  const value = productUrn(metadata, 'epub');
  const isbn = isbnOf(metadata, 'epub');
  const ofIsbn = `urn:isbn:${isbn ?? ''}`;
  const doi = doiOf(metadata);
  return [
    { id: 'pub-id', value, ...(value === ofIsbn && { onixType: '15' }) },
    ...(isbn === undefined || value === ofIsbn ? [] : [{ id: 'isbn', value: ofIsbn, onixType: '15' }]),
    ...(doi === undefined ? [] : [{ id: 'doi', value: `doi:${doi}`, onixType: '06' }]),
  ];
}
