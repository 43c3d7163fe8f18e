import { never } from './flow.ts';
import { addedHeights } from './note-rows.ts';
import type { NotePart, PlannedNote } from './planned-pages.ts';

/** Notes that have room on a page, and what of them comes on the next; lengths in CSS pixels. */
export interface FittedNotes {
  readonly parts: ReadonlyArray<NotePart>;
  readonly rest: ReadonlyArray<NotePart>;
  /** The room they leave free. */
  readonly left: number;
  /** How bad it is to divide them there. */
  readonly penalty: number;
}

/** How bad it is that a note which another cites begins on the page behind. */
const late = 8;

/**
 * As many of the notes as have room: all begin there, and the last may be divided. Notes that only others cite
 * come when those have ended.
 *
 * @param wanted what is to begin, or go on, in this order
 * @param mayBeLate whether notes may begin on the page behind
 * @returns undefined where there is no room for all to begin
 */
export function fitNotes(
  wanted: ReadonlyArray<NotePart>,
  notes: ReadonlyArray<PlannedNote>,
  room: number,
  mayBeLate = false,
): FittedNotes | undefined {
  let left = room;
  let whole = 0;
  for (const height of addedHeights(wanted, notes)) {
    if (height > left) break;
    left -= height;
    whole++;
  }
  const parts = wanted.slice(0, whole);
  const next = wanted[whole];
  if (next === undefined) return { parts, rest: [], left, penalty: 0 };
  const behind = wanted.slice(whole + 1);
  const isNested = ({ note }: NotePart): boolean => mayBeLate || notes[note]?.nested === true;
  if (!behind.every(isNested)) return undefined;
  const cut = bestCut(next, notes[next.note], left);
  if (cut !== undefined)
    return {
      parts: [...parts, { ...next, to: cut.at }],
      rest: [{ ...next, from: cut.at }, ...behind],
      left: left - (cut.at - next.from),
      penalty: cut.penalty,
    };
  return isNested(next) && next.from === 0 && whole > 0
    ? { parts, rest: [next, ...behind], left, penalty: late }
    : undefined;
}

function bestCut(
  { from }: NotePart,
  note: PlannedNote | undefined,
  left: number,
): { readonly at: number; readonly penalty: number } | undefined {
  const possible = (note?.cuts ?? []).filter(
    ({ at, penalty }) => at > from + 1 && at - from <= left && penalty < never,
  );
  const costOf = ({ at, penalty }: { at: number; penalty: number }): number => penalty - at / 10;
  return possible.toSorted((a, b) => costOf(a) - costOf(b))[0];
}
