import { describe, expect, it } from 'vitest';
import { fitNotes } from '../../../../src/emit/in-page/feet/fit-notes.ts';
import {
  addedHeights,
  besideOthers,
  columnRuns,
  heightOfParts,
} from '../../../../src/emit/in-page/feet/note-rows.ts';
import type { NotePart, PlannedNote } from '../../../../src/emit/in-page/feet/planned-pages.ts';

const short = (share: number, list = 0): PlannedNote => ({ height: 10, cuts: [], share, list });
const long: PlannedNote = { height: 30, cuts: [{ at: 10, penalty: 0 }], list: 0 };
const notes = [short(0.5), short(0.3), short(0.3), long, short(0.2), short(0.2, 1)];
const whole = (note: number): NotePart => ({ note, from: 0, to: notes[note]?.height ?? 0 });

describe('besideOthers', () => {
  it('puts as many short notes on a line as have room', () => {
    expect(besideOthers([whole(0), whole(1), whole(2)], notes)).toEqual([false, true, false]);
  });

  it('puts none beside a long one, nor beside one of another list', () => {
    expect(besideOthers([whole(3), whole(4), whole(5)], notes)).toEqual([false, false, false]);
    expect(besideOthers([{ note: 3, from: 10, to: 30 }, whole(4)], notes)).toEqual([false, false]);
  });

  it('fills a line to its end', () => {
    const thirds = [short(1 / 3), short(1 / 3), short(1 / 3), short(1 / 3)];
    const parts = thirds.map((_, note) => ({ note, from: 0, to: 10 }));
    expect(besideOthers(parts, thirds)).toEqual([false, true, true, false]);
  });
});

describe('columnRuns', () => {
  it('has all short notes that follow each other go down the same columns', () => {
    const halves = [short(0.5), short(0.5), short(0.5), long, short(0.5), short(0.5, 1)];
    const parts = halves.map((_, note) => ({ note, from: 0, to: halves[note]?.height ?? 0 }));
    const run = { notes: 3, rows: 2 };
    expect(columnRuns(parts, halves)).toEqual([run, run, run, undefined, undefined, undefined]);
  });
});

describe('heightOfParts', () => {
  it('counts every line once', () => {
    const parts = [whole(0), whole(1), whole(2), whole(3)];
    expect(addedHeights(parts, notes)).toEqual([10, 0, 10, 30]);
    expect(heightOfParts(parts, notes)).toBe(50);
  });
});

describe('fitNotes', () => {
  it('has room for notes beside others where none is left below', () => {
    expect(fitNotes([whole(0), whole(1)], notes, 10)).toMatchObject({ left: 0, rest: [] });
    expect(fitNotes([whole(0), whole(1), whole(2)], notes, 10)).toBeUndefined();
  });
});
