/** Points in a millimetre. */
const millimetre = 72 / 25.4;

/** A length as printers on both sides of the ocean read it: `12.7 mm (0.5 in)`. */
export function inWords(points: number): string {
  return `${digits(points / millimetre, 1)} mm (${digits(points / 72, 3)} in)`;
}

/** A size of a page: `152.4 × 228.6 mm (6 × 9 in)`. */
export function sizeInWords({ width, height }: { readonly width: number; readonly height: number }): string {
  const metric = `${digits(width / millimetre, 1)} × ${digits(height / millimetre, 1)} mm`;
  return `${metric} (${digits(width / 72, 2)} × ${digits(height / 72, 2)} in)`;
}

/** As book.yaml takes it. */
export function inInches(points: number): string {
  return `${digits(points / 72, 3)}in`;
}

/** A length as book.yaml takes it, rounded up to half a millimetre. */
export function atLeast(points: number): string {
  return `${Math.ceil((points / millimetre) * 2 - 1e-6) / 2}mm`;
}

function digits(value: number, most: number): string {
  // Half a unit is rounded up, however the division came out.
  return String(Number((value + 1e-6).toFixed(most)));
}
