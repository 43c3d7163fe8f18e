import { PDFArray, PDFName, PDFNumber, PDFRawStream, type PDFContext, type PDFRef } from 'pdf-lib';
import { greyPixels } from './grey.ts';
import type { Ink } from './ink.ts';
import { PackedImages } from './packed-images.ts';
import { unpacked } from '../content/rewrite-streams.ts';

/**
 * Decodes a JPEG.
 *
 * @param jpeg the file
 * @param tolerance how far red, green and blue may lie apart, if only greys are wanted: most photographs in colour
 * need not come from there
 * @returns red, green, blue, red, … of the space sRGB, a byte each, in the size of the image;
 * undefined where that is not possible, or there are other colours
 */
export type DecodeJpeg = (jpeg: Uint8Array, tolerance?: number) => Promise<Uint8Array | undefined>;

/** What helps with images. */
export interface ImageTools {
  readonly decode: DecodeJpeg;
  /** The folder for what would fill the memory; without one all stays in memory. */
  readonly scratch?: string | undefined;
}

/** How far the bytes of a grey photograph may lie apart after it was packed as a JPEG in colour. */
const photographTolerance = 3;

/**
 * Makes images grey that hold nothing but greys, and every image where the interior is printed in
 * black; their resolution stays. Others stay as they are.
 *
 * @returns the images that are printed in colour
 *
 * @internal its types are of a package that programs of others do not have
 */
export async function greyImages(
  context: PDFContext,
  ink: Ink,
  { decode, scratch }: ImageTools,
): Promise<Set<PDFRef>> {
  const coloured = new Set<PDFRef>();
  const packed = new PackedImages(context, scratch);
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || !isColourImage(object)) continue;
    const pixels = await pixelsOf(object, ink, decode);
    if (pixels !== undefined) {
      object.dict.set(PDFName.of('ColorSpace'), PDFName.of('DeviceGray'));
      object.dict.delete(PDFName.of('Decode'));
      await packed.replace(ref, object.dict, greyPixels(pixels));
    } else coloured.add(ref);
  }
  return coloured;
}

/** Whether a stream is an image of red, green and blue, as Chrome has them. */
function isColourImage({ dict }: PDFRawStream): boolean {
  if (dict.lookup(PDFName.of('Subtype')) !== PDFName.of('Image')) return false;
  const space = dict.lookup(PDFName.of('ColorSpace'));
  return (
    space === PDFName.of('DeviceRGB') ||
    (space instanceof PDFArray && space.get(0) === PDFName.of('ICCBased'))
  );
}

/** The pixels of what is printed in black, as red, green and blue; undefined where it is not, or they cannot be had. */
async function pixelsOf(image: PDFRawStream, ink: Ink, decode: DecodeJpeg): Promise<Uint8Array | undefined> {
  const isJpeg = image.dict.lookup(PDFName.of('Filter')) === PDFName.of('DCTDecode');
  const tolerance = ink === 'black' ? undefined : isJpeg ? photographTolerance : 0;
  const pixels = isJpeg ? await decode(image.contents, tolerance) : unpacked(image);
  const size = (key: string): number => image.dict.lookup(PDFName.of(key), PDFNumber).asNumber();
  if (pixels?.length !== size('Width') * size('Height') * 3) return undefined;
  return tolerance === undefined || isGrey(pixels, tolerance) ? pixels : undefined;
}

function isGrey(pixels: Uint8Array, tolerance: number): boolean {
  for (let index = 0; index < pixels.length; index += 3) {
    const [red = 0, green = 0, blue = 0] = [pixels[index], pixels[index + 1], pixels[index + 2]];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > tolerance) return false;
  }
  return true;
}
