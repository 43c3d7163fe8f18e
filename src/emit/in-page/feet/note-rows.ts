import type { NotePart, PlannedNote } from './plan-feet.ts';

/** What sums of shares may be wrong by. */
const rounding = 1e-6;

/**
 * Which parts of notes stand beside the one before, on the same line: short notes of one list, as many as a line
 * has room for.
 */
export function besideOthers(
  parts: ReadonlyArray<NotePart>,
  notes: ReadonlyArray<PlannedNote>,
): ReadonlyArray<boolean> {
  let taken = 0;
  let before: PlannedNote | undefined;
  return parts.map(({ note: index, from }) => {
    const note = from > 0 ? undefined : notes[index];
    const share = note?.share;
    const isBeside =
      share !== undefined &&
      before?.share !== undefined &&
      before.list === note?.list &&
      Math.abs(before.height - (note?.height ?? 0)) < 1 &&
      taken + share <= 1 + rounding;
    taken = (isBeside ? taken : 0) + (share ?? 0);
    before = note;
    return isBeside;
  });
}

/** How much higher each part makes the notes of its page: nothing where it stands beside another. */
export function addedHeights(
  parts: ReadonlyArray<NotePart>,
  notes: ReadonlyArray<PlannedNote>,
): ReadonlyArray<number> {
  const beside = besideOthers(parts, notes);
  return parts.map(({ from, to }, index) => (beside[index] === true ? 0 : to - from));
}

/** The height of parts of notes that stand together at the foot of a page. */
export function heightOfParts(parts: ReadonlyArray<NotePart>, notes: ReadonlyArray<PlannedNote>): number {
  return addedHeights(parts, notes).reduce((sum, height) => sum + height, 0);
}
