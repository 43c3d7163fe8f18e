import { JpegImage } from 'pdfjs-dist/image_decoders/pdf.image_decoders.mjs';
import type { PDFRawStream } from 'pdf-lib';
import type { ColourSpace } from '../content/colour-space.ts';
import { numberOf, numbersOf } from '../../../pdf/look-up.ts';
import { decodedBytes, filtersOf, isPicture } from '../../../pdf/streams.ts';

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
  const pixels = pixelsOf(stream, { width, height, components: space.components });
  const decode = numbersOf(dict, 'Decode');
  const isInverted = (decode?.[0] ?? 0) > (decode?.[1] ?? 1);
  const isIndexed = space.name === 'Indexed';
  return pixels?.map((pixel) =>
    pixel.map((byte) => (isIndexed ? byte : isInverted ? 1 - byte / 255 : byte / 255)),
  );
}

/** A broken image is seen when it is printed; its ink cannot be told. */
function pixelsOf(
  stream: PDFRawStream,
  {
    width,
    height,
    components,
  }: { readonly width: number; readonly height: number; readonly components: number },
): number[][] | undefined {
  const bytes = decodedBytes(stream);
  if (bytes === undefined) return undefined;
  const filter = filtersOf(stream).at(-1);
  if (filter !== 'DCTDecode' && filter !== 'DCT')
    return isPicture(filter) ? undefined : pick(bytes, width, height, components);
  const pixels = jpegPixels(bytes);
  return pixels && pick(pixels, samples, samples, components);
}

function jpegPixels(bytes: Uint8Array): Uint8Array | undefined {
  try {
    const image = new JpegImage();
    image.parse(bytes);
    return image.getData({ width: samples, height: samples, forceRGB: false, isSourcePDF: true });
  } catch {
    // Whatever the decoder has against the file.
    return undefined;
  }
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
