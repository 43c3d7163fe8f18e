import { createHash, type Hash } from 'node:crypto';
import { PDFDict, PDFHexString, PDFName, PDFRawStream, PDFString, type PDFDocument } from 'pdf-lib';
import type { Labels } from '../../../book/labels.ts';
import type { Metadata } from '../../../book/metadata.ts';
import type { Separated } from '../../../book/profile.ts';
import { productUrn } from '../../identity.ts';
import { describe } from './describe.ts';
import type { Conformance } from './xmp.ts';
import { property } from './xmp-property.ts';

/**
 * Information dictionary and XMP of the file for the press (ISO 15930-7, 6.5 to 6.8), saying the
 * same, and its identifier. Dates come from the metadata, identifiers from what the file holds.
 */
export function describeForPress(
  document: PDFDocument,
  metadata: Metadata,
  labels: Labels,
  standard: PressStandard,
): void {
  const { context } = document;
  // How pictures are made for the e-book is nothing to the press.
  const { epub: _, ...stated } = metadata;
  const content = contentHash(document).update(JSON.stringify(stated, asStated)).digest('hex');
  const instance = uuidOf(content);
  const work = uuidOf(createHash('md5').update(productUrn(metadata, 'print')).digest('hex'));
  describe(document, metadata, labels, {
    product: 'print',
    conformance: pressConformance(work, instance, standard),
  });
  const info = context.lookup(context.trailerInfo.Info);
  if (info instanceof PDFDict) {
    info.set(PDFName.of('Trapped'), PDFName.of('False'));
    for (const [key, value] of Object.entries(declarationOf(standard)))
      info.set(PDFName.of(key), PDFString.of(value));
  }
  const id = PDFHexString.of(content);
  context.trailerInfo.ID = context.obj([id, id]);
}

/** What a file for the press keeps to. */
export type PressStandard = 'PDF/X-4' | Separated['standard'];

/** How a file says what it keeps to; X-1a is a conformance level of X-1 (ISO 15930-1, 6.3). */
function declarationOf(standard: PressStandard): Readonly<Record<string, string>> {
  return standard === 'PDF/X-1a:2001'
    ? { GTS_PDFXVersion: 'PDF/X-1:2001', GTS_PDFXConformance: standard }
    : { GTS_PDFXVersion: standard };
}

/**
 * What PDF/X-4 asks of the packet: the version of the standard, the state of trapping, and which
 * version of which document it is.
 *
 * @param document a UUID that all versions of the book share
 * @param instance a UUID of this version alone
 */
function pressConformance(document: string, instance: string, standard: PressStandard): Conformance {
  const isModern = standard === 'PDF/X-4';
  const prefix = isModern ? 'pdfxid' : 'pdfx';
  return {
    namespaces: {
      xmpMM: 'http://ns.adobe.com/xap/1.0/mm/',
      [prefix]: isModern ? 'http://www.npes.org/pdfx/ns/id/' : 'http://ns.adobe.com/pdfx/1.3/',
    },
    properties: [
      ...property('pdf:Trapped', 'False'),
      ...property('xmpMM:DocumentID', `uuid:${document}`),
      ...property('xmpMM:InstanceID', `uuid:${instance}`),
      ...property('xmpMM:RenditionClass', 'default'),
      ...property('xmpMM:VersionID', '1'),
      ...Object.entries(declarationOf(standard)).flatMap(([key, value]) =>
        property(`${prefix}:${key}`, value),
      ),
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
