import { latin1, viewOf } from '../../files/bytes.ts';
import { Cleaning, type CleanPicture } from './cleaning.ts';

/** A progressive picture has ten or so; each is decoded over the whole picture. */
const mostScans = 500;

/**
 * A JPEG file with its picture and colours alone: no Exif, XMP, IPTC, comments, thumbnails, further pictures
 * or whatever else stands in its application segments or behind its end (ITU-T T.81, annex B; JFIF 1.02).
 *
 * @param bytes a file with the JPEG signature
 * @returns undefined where its segments cannot be told apart, or it is scanned more often than any picture
 */
export function cleanJpeg(bytes: Uint8Array): CleanPicture | undefined {
  const cleaning = new Cleaning(bytes);
  const view = viewOf(bytes);
  let offset = 0;
  for (let scans = 0; scans <= mostScans;) {
    const marker = nextMarker(bytes, offset === 0 ? 2 : offset);
    cleaning.keep(offset, marker);
    if (marker === bytes.length) return undefined;
    const kind = bytes[marker + 1] ?? 0;
    if (kind === 0xd9) {
      cleaning.keep(marker, marker + 2);
      cleaning.drop(marker + 2, bytes.length);
      return cleaning.result();
    }
    const end = marker + 4 > bytes.length ? Infinity : marker + 2 + view.getUint16(marker + 2);
    if (end > bytes.length || end < marker + 4) return undefined;
    segment(cleaning, bytes, kind, marker, end);
    if (kind === 0xda) scans += 1;
    offset = end;
  }
  return undefined;
}

/** The place of the next marker that ends the file or has a length behind it. */
function nextMarker(bytes: Uint8Array, start: number): number {
  for (let at = start; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const kind = bytes[at + 1] ?? 0;
    // The others are stuffed bytes, fill, restarts, or reserved.
    if (kind >= 0xc0 && kind !== 0xff && (kind < 0xd0 || kind > 0xd8)) return at;
  }
  return bytes.length;
}

const exifName = 'Exif\0\0';

function segment(cleaning: Cleaning, bytes: Uint8Array, kind: number, start: number, end: number): void {
  const content = start + 4;
  const name = latin1(bytes, content, Math.min(content + 12, end));
  if (kind === 0xe0 && name.startsWith('JFIF\0')) {
    keepWithoutThumbnail(cleaning, bytes, start, end);
  } else if (kind === 0xe1 && name.startsWith(exifName)) {
    const record = cleaning.exif(content + exifName.length, end);
    if (record !== undefined) cleaning.add(exifSegment(record));
  } else if (!isApplication(kind) || isColour(kind, name)) cleaning.keep(start, end);
  else cleaning.drop(start, end);
}

/** APP0 to APP15, and comments. */
function isApplication(kind: number): boolean {
  return (kind >= 0xe0 && kind <= 0xef) || kind === 0xfe;
}

/** An ICC profile, or how Adobe's programs have transformed the colours. */
function isColour(kind: number, name: string): boolean {
  return (kind === 0xe2 && name.startsWith('ICC_PROFILE\0')) || (kind === 0xee && name.startsWith('Adobe'));
}

/** A small picture in the header may show what was cut off later. */
function keepWithoutThumbnail(cleaning: Cleaning, bytes: Uint8Array, start: number, end: number): void {
  if (end - start <= 18) cleaning.keep(start, end);
  else {
    const header = Buffer.from(bytes.subarray(start, start + 18));
    header.writeUInt16BE(16, 2);
    header.writeUInt16BE(0, 16);
    cleaning.add(header);
  }
}

function exifSegment(record: Uint8Array): Uint8Array {
  const head = Buffer.from(`\xFF\xE1\0\0${exifName}`, 'latin1');
  head.writeUInt16BE(head.length - 2 + record.length, 2);
  return Buffer.concat([head, record]);
}
