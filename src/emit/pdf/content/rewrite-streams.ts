import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { deflate, deflateSync } from 'node:zlib';
import { PDFName, PDFNumber, PDFRawStream, type PDFContext, type PDFDict, type PDFRef } from 'pdf-lib';
import { noShelf, type Shelf, type Slot } from '../../../book/shelf.ts';
import { decodeStream } from '../../../pdf/streams.ts';

const filter = PDFName.of('Filter');
const parameters = PDFName.of('DecodeParms');

const nowhere = noShelf.slot([]);

/** Streams packed at the same time: each takes a quarter of a megabyte of working space. */
const atOnce = 8;

/** Between so many streams, a moment's work each, a signal is heard. */
const inOneGo = 64;

/**
 * Puts other contents into streams; those that are left as they are keep their bytes in the file.
 *
 * @param refs the streams, each once; what is no stream, or a picture, is passed over
 * @param rewrite gets what a stream holds, and gives it back where nothing changes
 * @param earlier where an earlier build has left what came of the same streams
 */
export async function rewriteStreams(
  context: PDFContext,
  refs: Iterable<PDFRef>,
  rewrite: (content: Uint8Array, ref: PDFRef) => Uint8Array,
  earlier?: Earlier,
): Promise<void> {
  const packing: Array<Promise<void>> = [];
  let count = 0;
  for (const ref of refs) {
    if (count++ % inOneGo === 0) await setImmediate();
    const stream = context.lookup(ref);
    if (!(stream instanceof PDFRawStream)) continue;
    const slot = earlier === undefined ? nowhere : slotOf(stream, ref, earlier);
    if (slot.bytes !== undefined) {
      takeOver(context, ref, stream.dict, slot.bytes, earlier?.found);
      continue;
    }
    const content = unpacked(stream);
    if (content === undefined) continue;
    const rewritten = rewrite(content, ref);
    const found = earlier?.found?.has(ref) === true;
    // Other threads pack what is large while the next stream is rewritten.
    if (rewritten === content) slot.fill(() => Uint8Array.of(Number(found)));
    else packing.push(repack(context, ref, stream.dict, rewritten, slot, found));
    if (packing.length >= atOnce) await packing.shift();
  }
  await Promise.all(packing);
}

/** What came of streams in an earlier build. */
export interface Earlier {
  readonly shelf: Shelf;
  /** What a stream is rewritten by, besides what it holds. */
  readonly facts: (ref: PDFRef) => string;
  /** Streams of which something is found out while they are rewritten. */
  readonly found?: Set<PDFRef>;
}

function slotOf({ contents, dict }: PDFRawStream, ref: PDFRef, { shelf, facts }: Earlier): Slot {
  const isPlain = dict.get(filter) === PDFName.of('FlateDecode') && !dict.has(parameters);
  return isPlain ? shelf.slot([contents, facts(ref)]) : nowhere;
}

/** An entry is one byte, whether the stream is among those found, and the packed stream, if it is another. */
function keep({ fill }: Slot, packed: Uint8Array, found: boolean): void {
  fill(() => Buffer.concat([Uint8Array.of(Number(found)), packed]));
}

function takeOver(
  context: PDFContext,
  ref: PDFRef,
  dict: PDFDict,
  entry: Uint8Array,
  found: Set<PDFRef> | undefined,
): void {
  if (entry[0] === 1) found?.add(ref);
  if (entry.length === 1) return;
  const packedBefore = entry.subarray(1);
  describePacked(dict, packedBefore);
  context.assign(ref, PDFRawStream.of(dict, packedBefore));
}

/** What a stream holds; undefined where it is a picture, packed as pictures are. */
export function unpacked(stream: PDFRawStream): Uint8Array | undefined {
  const { bytes, picture } = decodeStream(stream);
  return picture === undefined ? bytes : undefined;
}

const packed = promisify(deflate);

/** One below the usual level packs in four fifths of the time, and files are a hundredth larger. */
const level = 5;

/**
 * Puts a stream with new contents, packed, in the place of another, whose dictionary it keeps; until then that one can
 * be read.
 */
async function repack(
  context: PDFContext,
  ref: PDFRef,
  dict: PDFDict,
  contents: Uint8Array,
  slot: Slot,
  found: boolean,
): Promise<void> {
  const bytes = await packedBytes(contents);
  keep(slot, bytes, found);
  describePacked(dict, bytes);
  context.assign(ref, PDFRawStream.of(dict, bytes));
}

/** Bytes up to which to hand a stream to another thread takes longer than to pack it. */
const small = 64 * 1024;

/** What a stream holds, packed; its dictionary says so. */
export async function pack(dict: PDFDict, contents: Uint8Array): Promise<Uint8Array> {
  const bytes = await packedBytes(contents);
  describePacked(dict, bytes);
  return bytes;
}

async function packedBytes(contents: Uint8Array): Promise<Uint8Array> {
  return contents.length <= small ? deflateSync(contents, { level }) : packed(contents, { level });
}

function describePacked(dict: PDFDict, { length }: Uint8Array): void {
  dict.set(filter, PDFName.of('FlateDecode'));
  dict.delete(parameters);
  dict.set(PDFName.of('Length'), PDFNumber.of(length));
}
