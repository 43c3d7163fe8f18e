/** Points in a millimetre. */
export const millimetre = 72 / 25.4;

/** A length in points as readers measure it: `19.1`. */
export function inMillimetres(points: number): string {
  // Half a tenth is rounded up, however the division came out.
  return (Math.round((points / millimetre) * 10 + 1e-6) / 10).toFixed(1);
}

/** Width and height in points as `320.4 × 228.6 mm`. */
export function sizeInWords({ width, height }: { readonly width: number; readonly height: number }): string {
  return `${inMillimetres(width)} × ${inMillimetres(height)} mm`;
}
