import type { Limits } from '../../book/limits.ts';
import { EnvironmentError } from '../../book/errors.ts';
import type { PictureMaking } from '../../machine/pictures/picture-of.ts';
import { exifOf } from './cleaning/exif.ts';
import { corrupt, type ImageFacts } from './image-fault.ts';
import { carried, type ImageFormat } from './image-format.ts';
import { rasterSize } from './raster-size.ts';

/** The formats that no edition can carry, but of which a JPEG or PNG can be made. */
export const convertible = {
  tiff: { name: 'TIFF', endings: ['tif', 'tiff'] },
  avif: { name: 'AVIF', endings: ['avif'] },
} as const satisfies Partial<Record<ImageFormat, unknown>>;

export function isConvertible(format: ImageFormat | undefined): format is keyof typeof convertible {
  return format !== undefined && Object.hasOwn(convertible, format);
}

/** Nobody sees what is lost, in print either. */
const printQuality = 95;

/**
 * Media type, size and faults of an image of a format that is converted, and what becomes of it: all of its
 * pixels, in sRGB.
 *
 * @param make what makes it
 * @throws EnvironmentError where what earlier builds made cannot be read
 */
export async function convertedFacts(
  bytes: Uint8Array,
  format: keyof typeof convertible,
  limits: Limits,
  make: PictureMaking,
): Promise<ImageFacts> {
  const { mediaType } = carried.jpeg;
  const judged = rasterSize(bytes, limits);
  if ('fault' in judged) return { mediaType, faults: [judged.fault] };
  try {
    const made = await make(bytes, { quality: printQuality, isWhole: true });
    if (made === undefined) return { mediaType, faults: [withoutLibrary(format)] };
    // A TIFF file is a record of Exif itself.
    const { hasPlace } = exifOf(bytes);
    return { ...made, faults: [], ...(hasPlace && { hadPlace: true }) };
  } catch (error) {
    if (error instanceof EnvironmentError) throw error;
    return { mediaType, faults: [corrupt('is damaged, or of a kind that cannot be read')] };
  }
}

function withoutLibrary(format: keyof typeof convertible) {
  return {
    rule: 'image-format',
    reason: `is in the format ${convertible[format].name}, and what converts it is not installed on this machine`,
    hint: 'Convert the image to JPEG or PNG, or install sharp (colophon doctor tells more).',
  } as const;
}
