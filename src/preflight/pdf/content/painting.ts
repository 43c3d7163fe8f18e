/** What a path becomes (ISO 32000-1, table 60). */
export interface Painting {
  readonly fills: boolean;
  readonly strokes: boolean;
}

const stroke: Painting = { fills: false, strokes: true };
const fill: Painting = { fills: true, strokes: false };
const both: Painting = { fills: true, strokes: true };

/** The operators that paint the path, or end it unpainted. */
export const paintings: ReadonlyMap<string, Painting> = new Map(
  Object.entries({
    n: { fills: false, strokes: false },
    S: stroke,
    s: stroke,
    f: fill,
    F: fill,
    'f*': fill,
    B: both,
    'B*': both,
    b: both,
    'b*': both,
  }),
);
