import { decimal, inMillimetres, pointsIn, sizeInMillimetres } from '../../book/lengths.ts';

/** A length as printers on both sides of the ocean read it: `12.7 mm (0.5 in)`. */
export function inWords(points: number): string {
  return `${inMillimetres(points)} (${decimal(points / pointsIn.in, 3)} in)`;
}

/** A size of a page: `152.4 × 228.6 mm (6 × 9 in)`. */
export function sizeInWords(size: { readonly width: number; readonly height: number }): string {
  const inches = `${decimal(size.width / pointsIn.in, 2)} × ${decimal(size.height / pointsIn.in, 2)} in`;
  return `${sizeInMillimetres(size)} (${inches})`;
}

/** As book.yaml takes it. */
export function inInches(points: number): string {
  return `${decimal(points / pointsIn.in, 3)}in`;
}

/** A length as book.yaml takes it, rounded up to half a millimetre. */
export function atLeast(points: number): string {
  return `${Math.ceil((points / pointsIn.mm) * 2 - 1e-6) / 2}mm`;
}
