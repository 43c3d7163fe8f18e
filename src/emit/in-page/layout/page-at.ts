/**
 * Index of the last page that begins at or above a rectangle's top, or a little below it.
 *
 * @param tops where each page begins, in CSS pixels, ascending
 */
export function pageAt(
  tops: ReadonlyArray<number>,
  { top, height }: { readonly top: number; readonly height: number },
): number {
  // Raised signs stick out of the first line of a page: they are asked for by their middle.
  return pageAtHeight(tops, top + Math.min(height / 2, 8) + 0.01);
}

/**
 * Index of the last page that begins at or above a height; the first for what is above all.
 *
 * @param tops where each page begins, in CSS pixels, ascending
 * @param y in CSS pixels
 */
export function pageAtHeight(tops: ReadonlyArray<number>, y: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}
