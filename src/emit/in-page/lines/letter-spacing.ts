/** How letters help spaces to fill a loose line, and to fit what a tight one holds. Widths of spaces by what the face has. */
export interface LetterSpacing {
  /** Spaces wider than this are helped as far as it is not seen at all. */
  readonly wide: number;
  /** Spaces that are wider than this even so are helped further. */
  readonly tooWide: number;
  /** Spaces never become narrower than this: letters are set closer first. */
  readonly narrowest: number;
  /** By how much each character may be set apart from the next, without need and at most, and set closer: in CSS pixels. */
  readonly apart: number;
  readonly farthest: number;
  readonly closest: number;
  /** Once lines are chosen, those whose spaces are still wider than this are helped still further, at most by so much. */
  readonly seenWide: number;
  readonly utmost: number;
  /** Of what it is moved by so many times: a thousandth of an em, in which a PDF tells of it. */
  readonly step: number;
}

/** Letters set apart by fewer steps than this are left where they are: that would make the PDF larger and nothing better. */
const fewestSteps = 4;

/**
 * Widths of spaces, in em. One between letters that are set apart is seen wider than it is, by what is added to the
 * letter before it and to itself: .34 as .4.
 */
const [easy, loose, seen, extreme] = [0.26, 0.4, 0.34, 0.132];
/**
 * How far letters are moved, in em: not seen to be by so much (Bringhurst, "The Elements of Typographic Style", 2.1.9,
 * has .03), and .015 and the 1.5 percent by which glyphs may be wider where spaces would be a hole. All of it where
 * there is no better line: what lines are chosen by has less, lest looser ones are chosen for it.
 */
const [apart, farthest, utmost, closest] = [0.015, 0.022, 0.03, 0.012];

/**
 * @param size of the type, in CSS pixels
 * @param space width of a space, in em
 */
export function letterSpacingOf(size: number, space: number): LetterSpacing {
  return {
    wide: easy / space,
    tooWide: loose / space,
    narrowest: Math.max(0.6, Math.min(0.66, extreme / space)),
    apart: apart * size,
    farthest: farthest * size,
    closest: closest * size,
    seenWide: seen / space,
    utmost: utmost * size,
    step: size / 1000,
  };
}

/**
 * What the letters of a line take of what it must be widened by, so that its spaces become no wider than they should,
 * or, less than nothing, no narrower.
 *
 * @param spare what is to be filled beyond its spaces
 * @param space width of these, as the face has them
 * @param characters of the line, spaces among them
 */
export function takenByLetters(
  letters: LetterSpacing,
  spare: number,
  space: number,
  characters: number,
): number {
  const tight = spare + (1 - letters.narrowest) * space;
  if (tight < 0) return Math.max(tight, -letters.closest * characters);
  const taken = Math.max(0, Math.min(spare - (letters.wide - 1) * space, letters.apart * characters));
  const more = spare - taken - (letters.tooWide - 1) * space;
  return taken + Math.max(0, Math.min(more, (letters.farthest - letters.apart) * characters));
}

/** What letters of a line that was chosen take: of a loose one as much as keeps its spaces from being seen as holes. */
export function takenInChosen(
  letters: LetterSpacing,
  spare: number,
  space: number,
  characters: number,
): number {
  const taken = takenByLetters(letters, spare, space, characters);
  // Others have spaces that are not seen.
  if (taken < letters.apart * characters) return taken;
  const wider = spare - taken - (letters.seenWide - 1) * space;
  return taken + Math.max(0, Math.min(wider, letters.utmost * characters - taken));
}

/** By how much each character is moved for what letters take: in whole steps, and never by less than a tight line needs. */
export function movedBy({ step }: LetterSpacing, taken: number, characters: number): number {
  const steps = taken / characters / step;
  // Letters that are joined move as one: a step more makes up for those of a line.
  if (steps < 0) return (Math.floor(steps) - 1) * step;
  return steps < fewestSteps - 0.5 ? 0 : Math.round(steps) * step;
}
