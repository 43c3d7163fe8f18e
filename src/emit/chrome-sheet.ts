/** Chrome's unit of exact page sizes, in points: 8 CSS pixels. */
const unit = 6;

/**
 * The sheet on which Chrome prints a page with its bleed: it rounds page sizes to whole units, so
 * this is the next size up that it prints exactly. The bleed lies in its upper left corner.
 *
 * @param trim the page, in points
 * @param bleed around it, in points
 */
export function chromeSheet(
  trim: { readonly width: number; readonly height: number },
  bleed: number,
): { readonly width: number; readonly height: number } {
  const sheet = (length: number): number => Math.ceil((length + 2 * bleed) / unit - 1e-6) * unit;
  return { width: sheet(trim.width), height: sheet(trim.height) };
}
