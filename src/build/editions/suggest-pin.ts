import type { Metadata } from '../../book/metadata.ts';
import { isUnpinned, productUrn } from '../../emit/identity.ts';

/**
 * A note on how to keep the identifier of an e-book that nothing pins; undefined where something does.
 *
 * @param metadata of the book
 */
export function suggestPin(metadata: Metadata): string | undefined {
  if (!isUnpinned(metadata)) return undefined;
  return (
    'The e-book is known to reading systems by its title. Before you publish it, pin it in book.yaml, so that ' +
    `corrected editions keep the place and notes of their readers: identifiers: { id: ${productUrn(metadata, 'epub')} }`
  );
}
