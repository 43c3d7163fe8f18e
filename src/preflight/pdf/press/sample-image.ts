import { JpegImage } from 'pdfjs-dist/image_decoders/pdf.image_decoders.mjs';
import type { PDFRawStream } from 'pdf-lib';
import type { ColourSpace } from '../content/colour-space.ts';
import { numberOf, numbersOf } from '../../../pdf/look-up.ts';
import { decodeStream } from '../../../pdf/streams.ts';

/** Pixels taken along each side. */
const samples = 64;

/** Larger JPEGs take too long to decode. */
const largestJpeg = 60_000_000;

/**
 * Colours of an image, evenly spread over it, in the numbers of its colour space; undefined where
 * it is packed or its samples are stored in a way that is not read here.
 */
export function sampleImage(stream: PDFRawStream, space: ColourSpace): number[][] | undefined {
  const { dict } = stream;
  const width = numberOf(dict, 'Width') ?? 0;
  const height = numberOf(dict, 'Height') ?? 0;
  if ((numberOf(dict, 'BitsPerComponent') ?? 8) !== 8 || width * height > largestJpeg) return undefined;
  try {
    const { bytes, picture } = decodeStream(stream);
    const isJpeg = picture === 'DCTDecode' || picture === 'DCT';
    if (picture !== undefined && !isJpeg) return undefined;
    const decode = numbersOf(dict, 'Decode');
    const pixels = isJpeg
      ? pick(jpegPixels(bytes), samples, samples, space.components)
      : pick(bytes, width, height, space.components);
    const isInverted = (decode?.[0] ?? 0) > (decode?.[1] ?? 1);
    const isIndexed = space.name === 'Indexed';
    return pixels.map((pixel) =>
      pixel.map((byte) => (isIndexed ? byte : isInverted ? 1 - byte / 255 : byte / 255)),
    );
  } catch {
    // A broken image is seen when it is printed; its ink cannot be told.
    return undefined;
  }
}

function jpegPixels(bytes: Uint8Array): Uint8Array {
  const image = new JpegImage();
  image.parse(bytes);
  return image.getData({ width: samples, height: samples, forceRGB: false, isSourcePDF: true });
}

function pick(bytes: Uint8Array, width: number, height: number, components: number): number[][] {
  const pixels: number[][] = [];
  const stepX = Math.max(1, Math.floor(width / samples));
  const stepY = Math.max(1, Math.floor(height / samples));
  for (let y = 0; y < height; y += stepY)
    for (let x = 0; x < width; x += stepX) {
      const start = (y * width + x) * components;
      if (start + components > bytes.length) return pixels;
      pixels.push([...bytes.subarray(start, start + components)]);
    }
  return pixels;
}
