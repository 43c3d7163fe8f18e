import { imageSize } from 'image-size';
import type { Limits } from '../../book/limits.ts';
import { corrupt, type ImageFault } from './image-fault.ts';

/** Width and height in pixels, as stored. */
export interface RasterSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The size of a raster image by its header alone, or why it is not to be unpacked.
 *
 * @param bytes the whole file
 * @param limits how many pixels it may have
 */
export function rasterSize(
  bytes: Uint8Array,
  { 'image-pixels': most }: Limits,
): { readonly size: RasterSize } | { readonly fault: ImageFault } {
  const size = headerSize(bytes);
  if (size === undefined) return { fault: corrupt('is cut short or damaged in its header') };
  const pixels = size.width * size.height;
  if (pixels <= most) return { size };
  const reason = `has ${Math.round(pixels / 1_000_000)} megapixels, more than ${most / 1_000_000}`;
  return { fault: { rule: 'image-too-large', reason } };
}

function headerSize(bytes: Uint8Array): RasterSize | undefined {
  try {
    const { width, height } = imageSize(bytes);
    return width > 0 && height > 0 ? { width, height } : undefined;
  } catch {
    return undefined;
  }
}
