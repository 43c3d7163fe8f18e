import { latin1, viewOf } from '../files/bytes.ts';
import { corrupt, type ImageFault } from './image-fault.ts';

/** Cameras write a few dozen, and an ICC profile has 255 at most. */
const mostSegments = 10_000;

/** Whether a JPEG file has more segments than any picture: to look for its size among them would take minutes. */
export function jpegCrowd(bytes: Uint8Array): ImageFault | undefined {
  const view = viewOf(bytes);
  let offset = 2;
  for (let segments = 0; offset + 4 <= bytes.length && bytes[offset] === 0xff; segments += 1) {
    if (segments > mostSegments)
      return corrupt(`has more than ${mostSegments.toLocaleString('en')} segments`);
    const marker = bytes[offset + 1] ?? 0;
    if (marker === 0xda) return undefined;
    offset += 2 + view.getUint16(offset + 2);
  }
  return undefined;
}

/**
 * What is wrong with a JPEG file: a missing frame, scan or end marker (ITU-T T.81, annex B).
 *
 * @param bytes a file with the JPEG signature
 */
export function jpegFaults(bytes: Uint8Array): ImageFault[] {
  const view = viewOf(bytes);
  let components: number | undefined;
  let offset = 2;
  for (;;) {
    while (bytes[offset] === 0xff && bytes[offset + 1] === 0xff) offset += 1;
    if (offset + 4 > bytes.length) return [corrupt('is cut short')];
    if (bytes[offset] !== 0xff) return [corrupt('is damaged: a marker is missing')];
    const marker = bytes[offset + 1] ?? 0;
    const length = view.getUint16(offset + 2);
    if (offset + 2 + length > bytes.length) return [corrupt('is cut short')];
    if (isFrame(marker) && length >= 8) components = view.getUint8(offset + 9);
    offset += 2 + length;
    if (marker === 0xda) break;
  }
  if (components === undefined) return [corrupt('is damaged: it has no frame header')];
  // Cameras append previews, so the end marker need not be the end of the file.
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf(
    '\xFF\xD9',
    undefined,
    'latin1',
  );
  return end < offset ? [corrupt('is cut short')] : [];
}

/** What stands before the picture itself. */
export interface JpegHeader {
  /** How many colours each pixel has. */
  readonly components?: number;
  /** The first segment of an ICC profile, which is all of one of a camera or screen. */
  readonly profile?: Uint8Array;
}

const profileName = 'ICC_PROFILE\0';

/**
 * What the header of a JPEG file says of its colours.
 *
 * @param bytes a file that was found to be whole
 */
export function jpegHeader(bytes: Uint8Array): JpegHeader {
  const view = viewOf(bytes);
  let header: JpegHeader = {};
  for (let offset = 2; offset + 4 <= bytes.length;) {
    const marker = bytes[offset + 1] ?? 0;
    if (marker === 0xda) break;
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    const end = offset + 2 + view.getUint16(offset + 2);
    if (isFrame(marker)) header = { ...header, components: view.getUint8(offset + 9) };
    const content = offset + 4;
    const data = content + profileName.length + 2;
    const isProfile = marker === 0xe2 && latin1(bytes, content, data - 2) === profileName;
    if (isProfile && bytes[data - 2] === 1) header = { ...header, profile: bytes.subarray(data, end) };
    offset = end;
  }
  return header;
}

/** SOF0 to SOF15, without the tables and extensions among their numbers. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}
