import type { CleanPicture } from './cleaning.ts';
import { cleanGif } from './clean-gif.ts';
import { cleanJpeg } from './clean-jpeg.ts';
import { cleanPng } from './clean-png.ts';
import { cleanWebp } from './clean-webp.ts';

const cleaners = {
  jpeg: cleanJpeg,
  png: cleanPng,
  gif: cleanGif,
  webp: cleanWebp,
} as const satisfies Record<string, (bytes: Uint8Array) => CleanPicture | undefined>;

/**
 * A raster image without what camera and programs wrote into it: places, names, times, devices, thumbnails,
 * histories. Pixels and colours stay as they are, bit by bit.
 *
 * @param bytes a file that was found to be whole
 * @returns undefined where its parts cannot be told apart
 */
export function cleanRaster(bytes: Uint8Array, format: keyof typeof cleaners): CleanPicture | undefined {
  return cleaners[format](bytes);
}
