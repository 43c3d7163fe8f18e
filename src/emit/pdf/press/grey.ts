/** How far red, green and blue may lie apart in what is still a grey: colours are rounded on their way. */
const tolerance = 0.004;

/** Whether a colour of the space sRGB, its parts from 0 to 1, is a grey. */
export function isNeutral(red: number, green: number, blue: number): boolean {
  return Math.max(red, green, blue) - Math.min(red, green, blue) <= tolerance;
}

/**
 * The grey that is as light as a colour: the relative luminance of IEC 61966-2-1, encoded like sRGB.
 *
 * @returns from 0, black, to 1
 */
export function greyOf(red: number, green: number, blue: number): number {
  return encode(0.2126 * decode(red) + 0.7152 * decode(green) + 0.0722 * decode(blue));
}

/**
 * {@link greyOf} for bytes, three a pixel.
 *
 * @param pixels red, green, blue, red, …
 * @returns one byte a pixel
 */
export function greyPixels(pixels: Uint8Array): Uint8Array {
  const linear = Float64Array.from({ length: 256 }, (_, byte) => decode(byte / 255));
  const encoded = Uint8Array.from({ length: steps + 1 }, (_, step) => Math.round(encode(step / steps) * 255));
  const greys = new Uint8Array(pixels.length / 3);
  for (let from = 0, to = 0; to < greys.length; from += 3, to++) {
    const [red, green, blue] = [pixels[from] ?? 0, pixels[from + 1] ?? 0, pixels[from + 2] ?? 0];
    const luminance =
      0.2126 * (linear[red] ?? 0) + 0.7152 * (linear[green] ?? 0) + 0.0722 * (linear[blue] ?? 0);
    greys[to] = red === green && red === blue ? red : (encoded[Math.round(luminance * steps)] ?? 0);
  }
  return greys;
}

/** Fine enough for the darkest tones to be told apart. */
const steps = 1 << 14;

function decode(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function encode(value: number): number {
  return value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
}
