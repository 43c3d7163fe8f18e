import { extname } from 'node:path';
import { usualLimits, type Limits } from '../../book/limits.ts';
import type { PictureMaking } from '../../machine/pictures/picture-of.ts';
import { convertedFacts, convertible, isConvertible } from './convertible.ts';
import { corrupt, type ImageFacts, type ImageFault } from './image-fault.ts';
import { carried, imageFormat, isCarried } from './image-format.ts';
import { rasterFacts } from './raster.ts';

/**
 * Media type, size and faults of an image.
 *
 * @param path the file, for its ending
 * @param bytes all of it
 * @param limits how large it may be
 * @param make makes pictures of those that no edition can carry
 */
export async function imageFacts(
  path: string,
  bytes: Uint8Array,
  limits: Limits = usualLimits,
  make: PictureMaking = async () => undefined,
): Promise<ImageFacts> {
  if (bytes.length === 0) return without(corrupt('is empty'));
  const format = imageFormat(bytes);
  if (format === undefined) {
    return without({ rule: 'image-format', reason: 'is no image of a known format' });
  }
  if (!isCarried(format) && !isConvertible(format)) {
    return without({
      rule: 'image-format',
      reason: `is in the format ${format.toUpperCase()}, which e-books cannot carry`,
      ...(format === 'heic' && { hint: ofTelephones }),
    });
  }
  const { name, endings } = { ...carried, ...convertible }[format];
  const ending = extname(path).slice(1);
  if (!endings.some((each) => each === ending.toLowerCase())) {
    return without({
      rule: 'image-format',
      reason: `is in the format ${name}, not in the one its name says`,
      hint: `Rename the file so that it ends in .${endings[0]}.`,
    });
  }
  if (isConvertible(format)) return convertedFacts(bytes, format, limits, make);
  if (format !== 'svg') return rasterFacts(bytes, format, limits);
  // Few books have drawings, and their reader brings those of XML and CSS along.
  const { svgFacts } = await import('./svg.ts');
  return svgFacts(bytes, limits);
}

/** No free library reads HEIC: its coding is patented. */
const ofTelephones =
  'Export it as JPEG: in Preview or Photos on a Mac, in Photos on Windows; a telephone takes JPEG with Settings, Camera, Formats, Most Compatible.';

function without(fault: ImageFault): ImageFacts {
  return { mediaType: 'application/octet-stream', faults: [fault] };
}
