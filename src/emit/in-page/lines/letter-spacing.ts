/** How letters help spaces to fill a loose line. */
export interface LetterSpacing {
  /** From which width of its spaces on, by what the face has. */
  readonly from: number;
  /** By how much each character may be set apart from the next, in CSS pixels. */
  readonly most: number;
  /** Of what it is set apart by so many times: a thousandth of an em, in which a PDF tells of it. */
  readonly step: number;
}

/** Letters moved by fewer steps than this are left where they are: that would make the PDF larger and nothing better. */
export const fewestSteps = 4;

/** In em. Letters moved by no more than this are not seen to be (Bringhurst, "The Elements of Typographic Style", 2.1.9, has twice as much). */
const [easy, mostMoved] = [0.31, 0.015];

/**
 * @param size of the type, in CSS pixels
 * @param space width of a space, in em
 */
export function letterSpacingOf(size: number, space: number): LetterSpacing {
  return { from: easy / space, most: mostMoved * size, step: size / 1000 };
}

/**
 * What the letters of a line take of what it must be widened by, so that its spaces become no wider than they should.
 *
 * @param spare what is to be filled beyond its spaces
 * @param space width of these, as the face has them
 * @param characters of the line, spaces among them
 */
export function takenByLetters(
  { from, most }: LetterSpacing,
  spare: number,
  space: number,
  characters: number,
): number {
  return Math.max(0, Math.min(spare - (from - 1) * space, most * characters));
}
