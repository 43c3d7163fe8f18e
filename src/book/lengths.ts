/** PDF points in one of each unit (CSS Values and Units 4, section 6.2). */
export const pointsIn = { mm: 72 / 25.4, cm: 72 / 2.54, in: 72, pc: 12, pt: 1, px: 0.75 } as const;

/** The least width and height of the text on a page, in points: it can hold a line of some words. */
export const leastText = 40 * pointsIn.mm;

/**
 * A number in decimal notation without closing zeros; half a unit is rounded up, however a division
 * came out.
 *
 * @param most the number of decimals
 */
export function decimal(value: number, most: number): string {
  return String(Number((value + 1e-6).toFixed(most)));
}

/** A length in points as readers measure it: `19.1 mm`. */
export function inMillimetres(points: number): string {
  return `${decimal(points / pointsIn.mm, 1)} mm`;
}

/** Width and height in points as `320.4 × 228.6 mm`. */
export function sizeInMillimetres(size: { readonly width: number; readonly height: number }): string {
  return `${decimal(size.width / pointsIn.mm, 1)} × ${inMillimetres(size.height)}`;
}
