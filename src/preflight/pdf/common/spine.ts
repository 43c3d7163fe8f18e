/** One side of a book, as cut; in points. */
export interface Side {
  readonly width: number;
  readonly height: number;
}

/** In points: half a millimetre, by which covers may be off. */
const tolerance = 1.5;

/** In points: books are not thicker. */
const thickest = 216;

/**
 * How thick the book is that a cover goes around, and which of the sides it has; undefined where it fits none.
 *
 * @param cover back, spine and front beside one another, as cut
 * @param sides of which books are made; the first that fits leaves the thinnest spine
 */
export function spineOf(
  cover: Side,
  sides: ReadonlyArray<Side>,
): { readonly side: Side; readonly spine: number } | undefined {
  const fitting = sides
    .filter(({ height }) => Math.abs(height - cover.height) <= tolerance)
    .map((side) => ({ side, spine: cover.width - 2 * side.width }))
    .filter(({ spine }) => spine >= -tolerance && spine <= thickest);
  return fitting.toSorted((a, b) => a.spine - b.spine)[0];
}
