import sharp, { type Sharp } from 'sharp';

/**
 * A picture whose left half is red and whose right half is blue, to be written in any format; `noise` cannot
 * be packed well.
 */
export function halves(width = 32, height = 16, fill: 'plain' | 'noise' = 'plain'): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  let random = 1;
  for (let index = 0; index < width * height; index += 1) {
    random = (random * 48_271) % 2_147_483_647;
    pixels[3 * index + (index % width < width / 2 ? 0 : 2)] = 255;
    if (fill === 'noise') pixels[3 * index + 1] = random & 0xff;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** Red, green and blue of a pixel. */
export async function pixelAt(picture: Uint8Array, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (y * info.width + x) * info.channels;
  return [...data.subarray(at, at + 3)];
}
