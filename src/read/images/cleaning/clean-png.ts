import { latin1, viewOf } from '../../files/bytes.ts';
import { chunk } from '../png-chunk.ts';
import { Cleaning, type CleanPicture } from './cleaning.ts';

/** Chunks that draw, colour, size or move the picture (PNG Third Edition, sections 5.6 and 11). */
const drawing: ReadonlySet<string> = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs acTL fcTL fdAT'.split(' '),
);

/**
 * A PNG file with its picture and colours alone: no texts, no Exif, no times, no chunks of single programs,
 * nothing behind its end.
 *
 * @param bytes a file whose chunks are whole
 */
export function cleanPng(bytes: Uint8Array): CleanPicture {
  const cleaning = new Cleaning(bytes);
  const view = viewOf(bytes);
  cleaning.keep(0, 8);
  let offset = 8;
  while (offset + 12 <= bytes.length) {
    const type = latin1(bytes, offset + 4, offset + 8);
    const end = Math.min(offset + 12 + view.getUint32(offset), bytes.length);
    if (drawing.has(type)) cleaning.keep(offset, end);
    else if (type === 'eXIf') {
      const record = cleaning.exif(offset + 8, end - 4);
      if (record !== undefined) cleaning.add(chunk(type, record));
    } else cleaning.drop(offset, end);
    offset = end;
    if (type === 'IEND') break;
  }
  cleaning.drop(offset, bytes.length);
  return cleaning.result();
}
