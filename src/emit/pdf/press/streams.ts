import { promisify } from 'node:util';
import { deflate, inflateSync } from 'node:zlib';
import { PDFArray, PDFName, PDFRawStream, type PDFContext, type PDFDict, type PDFRef } from 'pdf-lib';

/**
 * What a stream holds; undefined where it is packed otherwise than Chrome packs (ISO 32000-1, 7.4):
 * with several filters, or with one that is not Flate.
 */
export function unpacked(stream: PDFRawStream): Uint8Array | undefined {
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  if (filter === undefined) return stream.contents;
  if (stream.dict.has(PDFName.of('DecodeParms'))) return undefined;
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  return only === PDFName.of('FlateDecode') ? inflateSync(stream.contents) : undefined;
}

const packing = promisify(deflate);

/** One below the usual level saves a tenth of the finishing and costs a twentieth of the file. */
const level = 5;

/** Puts a stream with new contents, packed, in the place of another, whose dictionary it keeps. */
export async function repack(
  context: PDFContext,
  ref: PDFRef,
  dict: PDFDict,
  contents: Uint8Array,
): Promise<void> {
  // Other threads do the packing while the next stream is rewritten.
  const packed = await packing(contents, { level });
  dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
  dict.delete(PDFName.of('DecodeParms'));
  dict.set(PDFName.of('Length'), context.obj(packed.length));
  context.assign(ref, PDFRawStream.of(dict, packed));
}
