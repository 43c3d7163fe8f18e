import { inflateSync } from 'node:zlib';
import { hasColoursOfScreens } from '../../pdf/icc-profile.ts';
import { latin1, viewOf } from '../files/bytes.ts';
import { jpegHeader } from './jpeg.ts';

/** More than any profile of a screen or camera has, in bytes. */
const largestProfile = 4 << 20;

/**
 * What of a picture e-readers may not show right, as the end of a sentence; undefined where all do. They
 * ignore orientations and profiles, and older ones know neither CMYK nor WebP.
 *
 * @param bytes a file that was found to be whole
 * @param orientation as Exif has it
 */
export function unfitForReaders(bytes: Uint8Array, format: string, orientation: number): string | undefined {
  if (format === 'webp') return 'is a WebP image';
  if (format === 'jpeg') {
    const { components, profile } = jpegHeader(bytes);
    if (components === 4) return 'has CMYK colours';
    if (profile !== undefined && !hasColoursOfScreens(profile))
      return 'has colours of another space than sRGB';
  }
  if (format === 'png') {
    const profile = pngProfile(bytes);
    if (profile !== undefined && !hasColoursOfScreens(profile))
      return 'has colours of another space than sRGB';
  }
  return orientation === 1 ? undefined : 'is stored turned or mirrored';
}

/** The profile in the chunk iCCP (PNG Third Edition, section 11.3.2.3). */
function pngProfile(bytes: Uint8Array): Uint8Array | undefined {
  const view = viewOf(bytes);
  for (let offset = 8; offset + 12 <= bytes.length;) {
    const type = latin1(bytes, offset + 4, offset + 8);
    const end = offset + 8 + view.getUint32(offset);
    if (type === 'IDAT') return undefined;
    if (type === 'iCCP') {
      // A name, its end, and the method of packing.
      const data = bytes.subarray(bytes.indexOf(0, offset + 8) + 2, end);
      try {
        return inflateSync(data, { maxOutputLength: largestProfile });
      } catch {
        return undefined;
      }
    }
    offset = end + 4;
  }
  return undefined;
}
