import { createHash, type Hash } from 'node:crypto';
import { PDFDict, PDFHexString, PDFName, PDFRawStream, PDFString, type PDFDocument } from 'pdf-lib';
import type { Labels } from '../../../book/labels.ts';
import type { Metadata } from '../../../book/metadata.ts';
import { productUrn } from '../../identity.ts';
import { describe } from './describe.ts';
import type { Conformance } from './xmp.ts';
import { property } from './xmp-property.ts';

/**
 * Information dictionary and XMP of the file for the press (ISO 15930-7, 6.5 to 6.8), saying the
 * same, and its identifier. Dates come from the metadata, identifiers from what the file holds.
 */
export function describeForPress(document: PDFDocument, metadata: Metadata, labels: Labels): void {
  const { context } = document;
  // How pictures are made for the e-book is nothing to the press.
  const { epub: _, ...stated } = metadata;
  const content = contentHash(document).update(JSON.stringify(stated, asStated)).digest('hex');
  const instance = uuidOf(content);
  const work = uuidOf(createHash('md5').update(productUrn(metadata, 'print')).digest('hex'));
  describe(document, metadata, labels, {
    product: 'print',
    conformance: pressConformance(work, instance),
  });
  const info = context.lookup(context.trailerInfo.Info);
  if (info instanceof PDFDict) {
    info.set(PDFName.of('Trapped'), PDFName.of('False'));
    info.set(PDFName.of('GTS_PDFXVersion'), PDFString.of('PDF/X-4'));
  }
  const id = PDFHexString.of(content);
  context.trailerInfo.ID = context.obj([id, id]);
}

/**
 * What PDF/X-4 asks of the packet: the version of the standard, the state of trapping, and which
 * version of which document it is.
 *
 * @param document a UUID that all versions of the book share
 * @param instance a UUID of this version alone
 */
function pressConformance(document: string, instance: string): Conformance {
  return {
    namespaces: {
      xmpMM: 'http://ns.adobe.com/xap/1.0/mm/',
      pdfxid: 'http://www.npes.org/pdfx/ns/id/',
    },
    properties: [
      ...property('pdf:Trapped', 'False'),
      ...property('xmpMM:DocumentID', `uuid:${document}`),
      ...property('xmpMM:InstanceID', `uuid:${instance}`),
      ...property('xmpMM:RenditionClass', 'default'),
      ...property('xmpMM:VersionID', '1'),
      ...property('pdfxid:GTS_PDFXVersion', 'PDF/X-4'),
    ],
  };
}

/** What Colophon makes of a licence follows from what the book states of it. */
function asStated(key: string, value: unknown): unknown {
  return key === 'terms' ? undefined : value;
}

/** Over everything the file holds but its description. */
function contentHash({ context }: PDFDocument): Hash {
  const hash = createHash('md5');
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    hash.update(ref.toString());
    if (object instanceof PDFRawStream) hash.update(object.contents);
  }
  return hash;
}

/** A UUID of version 8, whose bits are its maker's own (RFC 9562, 5.8). */
function uuidOf(hash: string): string {
  const bytes = Buffer.from(hash, 'hex');
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
