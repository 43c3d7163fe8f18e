import { describe, expect, it } from 'vitest';
import { fitNotes } from '../../../../src/emit/in-page/feet/fit-notes.ts';
import type { NotePart, PlannedNote } from '../../../../src/emit/in-page/feet/planned-pages.ts';

const cuts = [
  { at: 10, penalty: 12 },
  { at: 20, penalty: 0 },
  { at: 30, penalty: 12 },
];
const notes: ReadonlyArray<PlannedNote> = [
  { height: 40, cuts },
  { height: 10, cuts: [] },
  { height: 10, cuts: [], nested: true },
];
const whole = (note: number): NotePart => ({ note, from: 0, to: notes[note]?.height ?? 0 });

describe('fitNotes', () => {
  it('takes notes whole that have room, and says what is left', () => {
    expect(fitNotes([whole(0), whole(1)], notes, 60)).toEqual({
      parts: [whole(0), whole(1)],
      rest: [],
      left: 10,
      penalty: 0,
    });
  });

  it('divides the last where no line of it stands alone', () => {
    expect(fitNotes([whole(1), whole(0)], notes, 45)).toEqual({
      parts: [whole(1), { note: 0, from: 0, to: 20 }],
      rest: [{ note: 0, from: 20, to: 40 }],
      left: 15,
      penalty: 0,
    });
  });

  it('leaves a line alone only where there is no room for two', () => {
    expect(fitNotes([whole(0)], notes, 15)).toMatchObject({ rest: [{ from: 10, to: 40 }], penalty: 12 });
  });

  it('has no room where one that must begin there would not', () => {
    expect(fitNotes([whole(0), whole(1)], notes, 45)).toBeUndefined();
    expect(fitNotes([whole(0)], notes, 5)).toBeUndefined();
  });

  it('lets a note that only another cites come when that one has ended', () => {
    expect(fitNotes([whole(0), whole(2)], notes, 25)).toMatchObject({
      parts: [{ note: 0, to: 20 }],
      rest: [{ note: 0, from: 20 }, whole(2)],
    });
    expect(fitNotes([whole(0), whole(2)], notes, 45)).toMatchObject({ parts: [whole(0)], rest: [whole(2)] });
  });
});
