import type { Metadata } from 'sharp';
import type { PictureLibrary } from './picture-library.ts';

/** How a picture is to be made anew; it is upright, in sRGB, and without metadata in any case. */
export interface PictureWish {
  /** The most pixels on the longer side; without it they stay as many as they are. */
  readonly longest?: number;
  /** Of JPEG, from 1 to 100. */
  readonly quality: number;
  /** Whether what is cut short or damaged is refused, and not shown as far as it goes. */
  readonly isWhole?: boolean;
}

/** A picture made of another. */
export interface MadePicture {
  readonly mediaType: 'image/jpeg' | 'image/png';
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** From this quality on colours are kept as fine as lights. */
const fine = 90;

/**
 * A picture for e-readers of any age: baseline JPEG where it is a photograph, else PNG.
 *
 * @param bytes JPEG, PNG, WebP, TIFF or AVIF
 * @throws Error where they cannot be decoded
 */
export async function makePicture(
  { open }: PictureLibrary,
  bytes: Uint8Array,
  { longest, quality, isWhole = false }: PictureWish,
): Promise<MadePicture> {
  const facts = await open(bytes).metadata();
  const upright = open(bytes, isWhole).autoOrient();
  const fitted =
    longest === undefined
      ? upright
      : upright.resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true });
  const isPng = hasFlatColours(facts, bytes) || facts.hasAlpha;
  const isGrey = facts.space === 'b-w' || facts.space === 'grey16';
  const coloured = fitted.toColourspace(isGrey ? 'b-w' : 'srgb');
  const written = isPng
    ? coloured.png({ compressionLevel: 9, palette: facts.isPalette, effort: 7 })
    : coloured.jpeg({ quality, chromaSubsampling: quality >= fine ? '4:4:4' : '4:2:0' });
  const { data, info } = await written.toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  return { mediaType: isPng ? 'image/png' : 'image/jpeg', width, height, bytes: data };
}

/** Whether the file holds a drawing, a scan in black and white, or what its author would not have blurred. */
function hasFlatColours({ format, isPalette, bitsPerSample }: Metadata, bytes: Uint8Array): boolean {
  if (format === 'png' || isPalette || bitsPerSample === 1) return true;
  // A lossless WebP begins with its bits.
  return format === 'webp' && Buffer.from(bytes.subarray(12, 16)).toString('latin1') === 'VP8L';
}
