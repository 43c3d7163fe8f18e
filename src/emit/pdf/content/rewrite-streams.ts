import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { PDFName, PDFNumber, PDFRawStream, type PDFContext, type PDFDict, type PDFRef } from 'pdf-lib';
import { decodeStream } from '../../../pdf/streams.ts';

/** Streams packed at the same time: each takes a quarter of a megabyte of working space. */
const atOnce = 8;

/**
 * Puts other contents into streams; those that are left as they are keep their bytes in the file.
 *
 * @param refs the streams, each once; what is no stream, or a picture, is passed over
 * @param rewrite gets what a stream holds, and gives it back where nothing changes
 */
export async function rewriteStreams(
  context: PDFContext,
  refs: Iterable<PDFRef>,
  rewrite: (content: Uint8Array, ref: PDFRef) => Uint8Array,
): Promise<void> {
  const packing: Array<Promise<void>> = [];
  for (const ref of refs) {
    const stream = context.lookup(ref);
    if (!(stream instanceof PDFRawStream)) continue;
    const content = unpacked(stream);
    if (content === undefined) continue;
    const rewritten = rewrite(content, ref);
    // Other threads do the packing while the next stream is rewritten.
    if (rewritten !== content) packing.push(repack(context, ref, stream.dict, rewritten));
    if (packing.length >= atOnce) await packing.shift();
  }
  await Promise.all(packing);
}

/** What a stream holds; undefined where it is a picture, packed as pictures are. */
export function unpacked(stream: PDFRawStream): Uint8Array | undefined {
  const { bytes, picture } = decodeStream(stream);
  return picture === undefined ? bytes : undefined;
}

const packed = promisify(deflate);

/** One below the usual level packs in four fifths of the time, and files are a hundredth larger. */
const level = 5;

/** Puts a stream with new contents, packed, in the place of another, whose dictionary it keeps. */
async function repack(context: PDFContext, ref: PDFRef, dict: PDFDict, contents: Uint8Array): Promise<void> {
  const bytes = await pack(dict, contents);
  context.assign(ref, PDFRawStream.of(dict, bytes));
}

/** What a stream holds, packed; its dictionary says so. */
export async function pack(dict: PDFDict, contents: Uint8Array): Promise<Uint8Array> {
  const bytes = await packed(contents, { level });
  dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
  dict.delete(PDFName.of('DecodeParms'));
  dict.set(PDFName.of('Length'), PDFNumber.of(bytes.length));
  return bytes;
}
