import type { NotePart, PlannedNote, PlannedPage } from './planned-pages.ts';

/** A figure or a table that stands at the head of the page behind the one it belongs on. */
export interface PlannedHead {
  /** The item it stands behind in the text. */
  readonly after: number;
  /** With what is left free below it. */
  readonly height: number;
  /** The notes whose marks are in it, by index. */
  readonly notes: ReadonlyArray<number>;
}

/** What stands at the head of a page, together. */
export interface Head {
  readonly height: number;
  readonly wanted: ReadonlyArray<NotePart>;
}

/** What is to stand at the next head, of what the text has from one item to another. */
export function headsBehind(heads: ReadonlyArray<PlannedHead>, start: number, end: number): number[] {
  return heads.flatMap(({ after }, index) => (start <= after && after <= end ? [index] : []));
}

/** What waits for the head of a page, with its notes. */
export function headOf(
  waiting: ReadonlyArray<number>,
  heads: ReadonlyArray<PlannedHead>,
  notes: ReadonlyArray<PlannedNote>,
): Head {
  const own = waiting.flatMap((index) => heads[index] ?? []);
  return {
    height: own.reduce((sum, { height }) => sum + height, 0),
    wanted: own.flatMap((head) => head.notes.map((note) => wholeNote(note, notes))),
  };
}

/** A note that is not divided. */
export function wholeNote(note: number, notes: ReadonlyArray<PlannedNote>): NotePart {
  return { note, from: 0, to: notes[note]?.height ?? 0 };
}

/** Whether notes begin in the order of their marks, but for those that only others cite. */
export function isInOrder(pages: ReadonlyArray<PlannedPage>, notes: ReadonlyArray<PlannedNote>): boolean {
  const begun = pages.flatMap(({ parts }) =>
    parts.flatMap(({ note, from }) => (from === 0 && notes[note]?.nested !== true ? [note] : [])),
  );
  return begun.every((note, index) => index === 0 || (begun[index - 1] ?? 0) < note);
}
