/** What stores ask for: sides of so many pixels, and not more in all. */
const shortSide = 1600;
const longSide = 2560;
const mostPixels = 5_600_000;

/**
 * The size of the front as a picture for stores, in pixels and in the proportion of the trim: 1600 at
 * least on the shorter side, 2560 on the longer one where Apple's limit of 5.6 megapixels allows.
 *
 * @param trim width and height in any unit
 */
export function frontPixels(trim: { readonly width: number; readonly height: number }): {
  readonly width: number;
  readonly height: number;
} {
  const { width, height } = trim;
  const scale = Math.max(
    shortSide / Math.min(width, height),
    Math.min(longSide / Math.max(width, height), Math.sqrt(mostPixels / (width * height))),
  );
  // Quarters of the width are whole pixels, so that tiles meet without a seam.
  return { width: Math.ceil((width * scale) / 4) * 4, height: Math.round(height * scale) };
}
