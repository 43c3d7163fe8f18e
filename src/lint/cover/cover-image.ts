import type { Asset } from '../../book/book.ts';
import type { CoverSize, CoverSource } from '../../book/cover.ts';
import { pointsIn, sizeInMillimetres } from '../../book/lengths.ts';
import { report } from '../../book/messages/messages.ts';

/** Dots per inch that a printer asks for, and below which it may refuse a file. */
export interface Resolution {
  readonly least: number;
  readonly wanted: number;
}

/**
 * Reports a front image that has too few pixels for the size it is printed at, bleed included.
 *
 * @param source where book.yaml names it
 * @param image the image; drawings have no pixels
 * @param size the cover it fills the front of
 * @param resolution what the printer asks for
 */
export function checkCoverImage(
  { file, places }: CoverSource,
  { path, mediaType, width, height }: Asset,
  { trim, bleed }: Pick<CoverSize, 'trim' | 'bleed'>,
  { least, wanted }: Resolution,
): void {
  if (mediaType === 'image/svg+xml' || width === undefined || height === undefined) return;
  const front = { width: trim.width + bleed, height: trim.height + 2 * bleed };
  // The image covers the front: where its proportion is another, it is cut at two sides.
  const dots = Math.round(pointsIn.in * Math.min(width / front.width, height / front.height));
  if (dots >= wanted) return;
  const pixels = (length: number): number => Math.ceil((length / pointsIn.in) * wanted);
  report(
    file,
    'cover-resolution',
    `The cover image "${path}" has ${width} × ${height} pixels, which is ${dots} dots per inch on a front of ${sizeInMillimetres(front)}`,
    places.image,
    {
      hint: `Use an original of at least ${pixels(front.width)} × ${pixels(front.height)} pixels.`,
      severity: dots < least ? 'error' : 'warning',
    },
  );
}
