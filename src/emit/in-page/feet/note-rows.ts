import type { NotePart, PlannedNote } from './planned-pages.ts';

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
      note !== undefined &&
      share !== undefined &&
      before !== undefined &&
      isLike(note, before) &&
      taken + share <= 1 + rounding;
    taken = (isBeside ? taken : 0) + (share ?? 0);
    before = note;
    return isBeside;
  });
}

/** Short notes that go down columns together. */
export interface ColumnRun {
  readonly notes: number;
  readonly rows: number;
}

/**
 * In columns short notes go down one column, then the next: which parts stand in columns with others of their run, as
 * they are numbered.
 *
 * @returns of each part the run it is in; undefined where it is in none
 */
export function columnRuns(
  parts: ReadonlyArray<NotePart>,
  notes: ReadonlyArray<PlannedNote>,
): ReadonlyArray<ColumnRun | undefined> {
  const runs: number[][] = [];
  let before: PlannedNote | undefined;
  parts.forEach(({ note: index, from }, order) => {
    const note = from > 0 ? undefined : notes[index];
    if (note?.share !== undefined && before !== undefined && isLike(note, before)) runs.at(-1)?.push(order);
    else runs.push([order]);
    before = note;
  });
  return runs.flatMap((run) => {
    const share = notes[parts[run[0] ?? 0]?.note ?? 0]?.share ?? 1;
    const rows = Math.ceil(run.length * share - rounding);
    return run.map(() => (run.length > 1 ? { notes: run.length, rows } : undefined));
  });
}

/** Whether both are short notes of one list. */
function isLike(note: PlannedNote, before: PlannedNote): boolean {
  return (
    note.share !== undefined &&
    before.share !== undefined &&
    before.list === note.list &&
    Math.abs(before.height - note.height) < 1
  );
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
