import { PDFName, ReadingDirection, type PDFDocument } from 'pdf-lib';
import type { Labels } from '../../../book/labels.ts';
import type { Product } from '../../../book/product.ts';
import type { Metadata } from '../../../book/metadata.ts';
import { directionOf } from '../../../language/direction.ts';
import { xmpPacket, type Conformance } from './xmp.ts';

/** Of which product the file is, and to which standard it conforms. */
export interface Description {
  readonly product: Product;
  readonly conformance: Conformance;
}

/**
 * Gives a file its information dictionary and its XMP packet, saying the same, and the way its pages
 * follow one another; dates come from the metadata, never the clock.
 *
 * @param labels fixed wording in the language of the book
 */
export function describe(
  document: PDFDocument,
  metadata: Metadata,
  labels: Labels,
  { product, conformance }: Description,
): void {
  const { context, catalog } = document;
  const modified = new Date(metadata.modified);
  const authors = metadata.contributors.filter(({ role }) => role === 'aut').map(({ name }) => name);
  document.setTitle(metadata.title, { showInWindowTitleBar: true });
  document.setLanguage(metadata.language);
  // From left to right is what viewers take for granted (ISO 32000-1, 12.2).
  if (directionOf(metadata.language) === 'rtl')
    catalog.getOrCreateViewerPreferences().setReadingDirection(ReadingDirection.R2L);
  if (authors.length > 0) document.setAuthor(authors.join(', '));
  if (metadata.description !== undefined) document.setSubject(metadata.description);
  document.setCreator('Colophon');
  document.setProducer('Colophon');
  document.setCreationDate(modified);
  document.setModificationDate(modified);
  const packet = xmpPacket(metadata, authors, { product, labels, conformance });
  const stream = context.stream(Buffer.from(packet), { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(PDFName.of('Metadata'), context.register(stream));
}
