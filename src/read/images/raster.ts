import { imageSize } from 'image-size';
import type { Limits } from '../../book/limits.ts';
import { viewOf } from '../files/bytes.ts';
import { gifFaults } from './gif.ts';
import { cleanRaster } from './cleaning/clean-raster.ts';
import { corrupt, type ImageFacts, type ImageFault } from './image-fault.ts';
import { carried } from './image-format.ts';
import { jpegFaults } from './jpeg.ts';
import { pngFaults } from './png.ts';

type Raster = 'jpeg' | 'png' | 'gif' | 'webp';

/**
 * Size and faults of a raster image, and the file without what its camera wrote into it. The size in the
 * header is judged first: only what is small enough is unpacked.
 *
 * @param bytes the whole file
 * @param format as its signature tells
 * @param limits how many pixels it may have
 */
export async function rasterFacts(
  bytes: Uint8Array,
  format: Raster,
  { 'image-pixels': mostPixels }: Limits,
): Promise<ImageFacts> {
  const { mediaType } = carried[format];
  const size = headerSize(bytes);
  if (size === undefined) return { mediaType, faults: [corrupt('is cut short or damaged in its header')] };
  const pixels = size.width * size.height;
  if (pixels > mostPixels) {
    const reason = `has ${Math.round(pixels / 1_000_000)} megapixels, more than ${mostPixels / 1_000_000}`;
    return { mediaType, faults: [{ rule: 'image-too-large', reason }] };
  }
  const faults = await inspectors[format](bytes);
  if (faults.some(({ severity }) => severity !== 'warning')) return { mediaType, ...size, faults };
  const clean = cleanRaster(bytes, format);
  if (clean === undefined)
    return { mediaType, ...size, faults: [corrupt('is damaged: its parts have wrong lengths')] };
  return {
    mediaType,
    ...(clean.orientation > 4 ? { width: size.height, height: size.width } : size),
    faults,
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

function webpFaults(bytes: Uint8Array): ImageFault[] {
  if (viewOf(bytes).getUint32(4, true) + 8 > bytes.length) return [corrupt('is cut short')];
  return [
    {
      rule: 'image-format',
      reason: 'is a WebP image, which some stores and older e-readers refuse',
      hint: 'Convert the image to JPEG or PNG.',
      severity: 'warning',
    },
  ];
}

/** As stored: a camera held upright swaps the two for those who look (Exif orientation 5 to 8). */
function headerSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  try {
    const { width, height } = imageSize(bytes);
    return width > 0 && height > 0 ? { width, height } : undefined;
  } catch {
    return undefined;
  }
}
