import type { Limits } from '../../book/limits.ts';
import { viewOf } from '../files/bytes.ts';
import { gifFaults } from './gif.ts';
import { cleanRaster } from './cleaning/clean-raster.ts';
import { animated, corrupt, type ImageFacts, type ImageFault } from './image-fault.ts';
import { carried } from './image-format.ts';
import { jpegCrowd, jpegFaults } from './jpeg.ts';
import { pngFaults } from './png.ts';
import { rasterSize } from './raster-size.ts';
import { unfitForReaders } from './unfit.ts';

type Raster = 'jpeg' | 'png' | 'gif' | 'webp';

/**
 * Size and faults of a raster image, and the file without what its camera wrote into it. The size in the
 * header is judged first: only what is small enough is unpacked.
 *
 * @param bytes the whole file
 * @param format as its signature tells
 * @param limits how many pixels it may have
 */
export async function rasterFacts(bytes: Uint8Array, format: Raster, limits: Limits): Promise<ImageFacts> {
  const { mediaType } = carried[format];
  // Its size stands behind segments, of which there may be millions.
  if (format === 'jpeg') {
    const crowded = jpegCrowd(bytes);
    if (crowded !== undefined) return { mediaType, faults: [crowded] };
  }
  const judged = rasterSize(bytes, limits);
  if ('fault' in judged) return { mediaType, faults: [judged.fault] };
  const { size } = judged;
  const faults = await inspectors[format](bytes);
  if (faults.some(({ severity }) => severity !== 'warning')) return { mediaType, ...size, faults };
  const clean = cleanRaster(bytes, format);
  if (clean === undefined)
    return {
      mediaType,
      ...size,
      faults: [corrupt('is damaged: its parts have wrong lengths, or are too many')],
    };
  const unfit = unfitForReaders(bytes, format, clean.orientation);
  return {
    mediaType,
    // As shown: a camera held upright swaps the two (Exif orientation 5 to 8).
    ...(clean.orientation > 4 ? { width: size.height, height: size.width } : size),
    faults,
    ...(unfit !== undefined && { unfit }),
    ...(clean.hadPlace && { hadPlace: true }),
    ...(clean.bytes !== bytes && { bytes: clean.bytes }),
  };
}

const inspectors: Readonly<Record<Raster, (bytes: Uint8Array) => ImageFault[] | Promise<ImageFault[]>>> = {
  jpeg: jpegFaults,
  png: pngFaults,
  gif: gifFaults,
  webp: webpFaults,
};

/** The flag for animation in a chunk VP8X (RFC 9649, section 2.7). */
const moves = 0x02;

function webpFaults(bytes: Uint8Array): ImageFault[] {
  if (viewOf(bytes).getUint32(4, true) + 8 > bytes.length) return [corrupt('is cut short')];
  const isExtended = bytes[15] === 'X'.charCodeAt(0);
  return isExtended && ((bytes[20] ?? 0) & moves) !== 0 ? [animated()] : [];
}
