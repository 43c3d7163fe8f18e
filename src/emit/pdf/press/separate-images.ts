import { PDFArray, PDFName, PDFNumber, PDFRawStream, type PDFContext, type PDFRef } from 'pdf-lib';
import { unpacked } from '../content/rewrite-streams.ts';
import type { ImageTools } from './images.ts';
import { PackedImages } from './packed-images.ts';
import type { Separator } from './separate.ts';
import { isChromes } from './source-space.ts';

/**
 * Puts images of red, green and blue into the inks of the press; their resolution stays. What cannot be read
 * stays as it is, and is told of where the file is judged.
 *
 * @param images those that are printed in colour
 */
export async function separateImages(
  context: PDFContext,
  images: Iterable<PDFRef>,
  { decode, scratch }: ImageTools,
  separator: Separator,
): Promise<void> {
  const packed = new PackedImages(context, scratch);
  for (const ref of images) {
    const image = context.lookup(ref);
    if (!(image instanceof PDFRawStream)) continue;
    const [width, height] = [sizeOf(image, 'Width'), sizeOf(image, 'Height')];
    const isJpeg = image.dict.lookup(PDFName.of('Filter')) === PDFName.of('DCTDecode');
    // What Chrome decodes is sRGB already.
    const profile = isJpeg ? undefined : profileOf(image);
    const pixels = isJpeg ? await decode(image.contents) : unpacked(image);
    if (pixels?.length !== width * height * 3) continue;
    await packed.replaceInks(ref, image.dict, separator.pixels(pixels, profile), width);
  }
}

function sizeOf({ dict }: PDFRawStream, key: 'Width' | 'Height'): number {
  return dict.lookup(PDFName.of(key), PDFNumber).asNumber();
}

/** The profile of its colours, where it is not sRGB. */
function profileOf({ dict }: PDFRawStream): Uint8Array | undefined {
  const space = dict.lookup(PDFName.of('ColorSpace'));
  const stream = space instanceof PDFArray ? space.lookup(1) : undefined;
  const profile = stream instanceof PDFRawStream ? unpacked(stream) : undefined;
  return profile === undefined || isChromes(profile) ? undefined : profile;
}
