import { latin1, viewOf } from '../../files/bytes.ts';
import { Cleaning, type CleanPicture } from './cleaning.ts';

/** Chunks that draw, colour or move the picture (RFC 9649, section 2.7). */
const drawing: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

/** Bits of the flags in VP8X. */
const hasExif = 0x08;
const hasXmp = 0x04;

interface Chunk {
  readonly type: string;
  readonly start: number;
  /** Of its data. */
  readonly end: number;
  /** Of the chunk, with its padding. */
  readonly next: number;
}

/**
 * A WebP file with its picture and colours alone: no Exif, no XMP, no unknown chunks, nothing behind its end.
 *
 * @param bytes a file that is as long as its header says
 * @returns undefined where its chunks cannot be told apart
 */
export function cleanWebp(bytes: Uint8Array): CleanPicture | undefined {
  const chunks = chunksOf(bytes);
  if (chunks === undefined) return undefined;
  const cleaning = new Cleaning(bytes);
  const parts: Uint8Array[] = [];
  let hasTurn = false;
  for (const { type, start, end, next } of chunks) {
    if (drawing.has(type)) parts.push(bytes.subarray(start, next));
    else if (type === 'EXIF') {
      const isNamed = latin1(bytes, start + 8, start + 14) === 'Exif\0\0';
      const record = cleaning.exif(start + (isNamed ? 14 : 8), end);
      if (record !== undefined) parts.push(chunk(type, record));
      hasTurn ||= record !== undefined;
    } else cleaning.drop(start, next);
  }
  cleaning.drop(chunks.at(-1)?.next ?? 12, bytes.length);
  const head = Buffer.from(bytes.subarray(0, 12));
  head.writeUInt32LE(4 + parts.reduce((sum, { length }) => sum + length, 0), 4);
  cleaning.add(head);
  for (const part of parts) cleaning.add(latin1(part, 0, 4) === 'VP8X' ? withFlags(part, hasTurn) : part);
  return cleaning.result();
}

function chunksOf(bytes: Uint8Array): Chunk[] | undefined {
  const view = viewOf(bytes);
  const last = Math.min(8 + view.getUint32(4, true), bytes.length);
  const chunks: Chunk[] = [];
  for (let start = 12; start + 8 <= last;) {
    const end = start + 8 + view.getUint32(start + 4, true);
    if (end > last) return undefined;
    // Some programs leave out the padding of the last chunk.
    const next = Math.min(end + ((end - start) & 1), last);
    chunks.push({ type: latin1(bytes, start, start + 4), start, end, next });
    start = next;
  }
  return chunks;
}

function withFlags(extended: Uint8Array, hasTurn: boolean): Uint8Array {
  const changed = Buffer.from(extended);
  changed[8] = ((changed[8] ?? 0) & ~(hasExif | hasXmp)) | (hasTurn ? hasExif : 0);
  return changed;
}

/** @param data of an even length */
function chunk(type: string, data: Uint8Array): Uint8Array {
  const head = Buffer.from(`${type}\0\0\0\0`, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data]);
}
