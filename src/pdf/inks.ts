import jsColorEngine from 'jscolorengine';

/** How colours beyond those of the press are brought into them. */
export interface Rendering {
  /** Whether the darkest tones keep their differences (black point compensation); else they become one. */
  readonly keepsShadows: boolean;
}

/**
 * What makes four inks of red, green and blue: relative colorimetric, as a press does it where nothing else is said
 * (ISO 32000-1, 8.6.5.8).
 *
 * @param source the ICC profile of the colours; sRGB without one
 * @param output that of the press, CMYK
 * @returns of bytes, three a colour, bytes, four a colour
 * @throws where the library can do nothing with a profile
 */
export function inksOf(
  source: Uint8Array | undefined,
  output: Uint8Array,
  { keepsShadows }: Rendering,
): (colours: Uint8ClampedArray) => Uint8ClampedArray {
  const { Profile, Transform, eIntent } = jsColorEngine;
  const to = new Profile();
  to.loadBinary(Uint8Array.from(output));
  const from = new Profile();
  if (source !== undefined) from.loadBinary(Uint8Array.from(source));
  const transform = new Transform({ dataFormat: 'int8', buildLut: true, BPC: keepsShadows });
  transform.create(source === undefined ? '*sRGB' : from, to, eIntent.relative);
  return (colours) => transform.array(colours);
}
