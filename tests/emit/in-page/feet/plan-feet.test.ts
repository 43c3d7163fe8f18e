import { describe, expect, it } from 'vitest';
import { planFeet } from '../../../../src/emit/in-page/feet/plan-feet.ts';
import type { PlannedItem, PlannedNote } from '../../../../src/emit/in-page/feet/planned-pages.ts';

const measures = { pageHeight: 100, lineHeight: 10, separator: 8 };

/** Lines ten high, with notes in some: by index of the line, the notes. */
function lines(count: number, marks: Readonly<Record<number, number[]>> = {}): PlannedItem[] {
  return Array.from({ length: count }, (_, index) => ({
    height: 10,
    gap: 0,
    topGap: 0,
    penalty: 0,
    notes: marks[index] ?? [],
  }));
}

function note(height: number): PlannedNote {
  const cuts = Array.from({ length: height / 10 - 1 }, (_, index) => ({ at: 10 * (index + 1), penalty: 0 }));
  return { height, cuts };
}

const ends = (...given: Parameters<typeof planFeet>): number[] => planFeet(...given).map(({ end }) => end);

describe('planFeet', () => {
  it('fills pages without notes', () => {
    expect(ends(lines(25), [], measures)).toEqual([9, 19, 24]);
  });

  it('begins each note on the page of its mark, with room for the rule', () => {
    const pages = planFeet(lines(20, { 3: [0] }), [note(20)], measures);
    expect(pages[0]).toMatchObject({ end: 6, bottom: 70, parts: [{ note: 0, from: 0, to: 20 }] });
    expect(pages.slice(1).flatMap(({ parts }) => parts)).toEqual([]);
  });

  it('takes a line with a mark to the next page where its note has no room to begin', () => {
    const [first, second] = planFeet(lines(20, { 9: [0] }), [note(20)], measures);
    expect(first).toMatchObject({ end: 8, parts: [] });
    expect(second?.parts).toEqual([{ note: 0, from: 0, to: 20 }]);
  });

  it('divides a note that is higher than what is left, and goes on with it', () => {
    const pages = planFeet(lines(30, { 4: [0] }), [note(120)], measures);
    const parts = pages.flatMap((page) => page.parts);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts[0]?.from).toBe(0);
    expect(parts.at(-1)?.to).toBe(120);
    parts.slice(1).forEach((part, index) => expect(part.from).toBe(parts[index]?.to));
  });

  it('leaves at most two lines free above the rule, but where the text ends', () => {
    const marks = { 2: [0], 5: [1], 11: [2], 12: [3], 22: [4], 33: [5] };
    const notes = [note(10), note(50), note(30), note(20), note(90), note(10)];
    const pages = planFeet(lines(60, marks), notes, measures);
    for (const { bottom = 0, parts } of pages.slice(0, -1)) {
      const used = parts.reduce((sum, { from, to }) => sum + to - from, parts.length > 0 ? 8 : 0);
      expect(100 - bottom - used).toBeLessThanOrEqual(20 + 1.5);
    }
  });

  it('ends a page where it ends in any case, and carries on what is left of a note', () => {
    const items = lines(9, { 1: [0] }).map((item, index) => ({ ...item, endsPage: index === 3 }));
    expect(ends(items, [note(20)], measures)).toEqual([3, 8]);
    const pages = planFeet(items, [note(90)], measures);
    expect(pages.map(({ end }) => end)).toContain(3);
    expect(pages.at(-1)).toMatchObject({ end: 8 });
    expect(pages.flatMap(({ parts }) => parts).at(-1)?.to).toBe(90);
  });

  it('begins a note behind the page of its mark rather than leave a heading alone above two long ones', () => {
    const items = lines(5, { 1: [0, 1] }).map((item, index) => ({
      ...item,
      penalty: index === 0 ? 1000 : 0,
    }));
    const pages = planFeet(items, [note(150), note(150)], measures);
    expect(pages[0]).toMatchObject({ end: 1, parts: [{ note: 0, from: 0 }], late: [1] });
    const parts = pages.flatMap((page) => page.parts);
    expect(parts.filter((part) => part.from === 0).map((part) => part.note)).toEqual([0, 1]);
    expect(parts.at(-1)).toMatchObject({ note: 1, to: 150 });
  });

  it('rather leaves a line of a note alone than three lines of the page free', () => {
    const short = { height: 20, cuts: [{ at: 10, penalty: 12 }] };
    const [first, second] = planFeet(lines(20, { 7: [0] }), [short], measures);
    expect(first).toMatchObject({ end: 7, parts: [{ note: 0, from: 0, to: 10 }] });
    expect(second?.parts).toEqual([{ note: 0, from: 10, to: 20 }]);
  });

  it('gives pages to notes alone that fill them, and what is left behind the text', () => {
    const pages = planFeet(lines(1, { 0: [0] }), [note(300)], measures);
    expect(pages.map(({ end }) => end)).toEqual(pages.map(() => 0));
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.slice(1).every(({ bottom }) => bottom === undefined)).toBe(true);
  });

  it('leaves what is higher than a page to itself, and lets its notes follow', () => {
    const items = [{ ...lines(1)[0]!, height: 250, notes: [0] }, ...lines(3)];
    const pages = planFeet(items, [note(20)], measures);
    expect(pages[0]).toMatchObject({ end: 0, parts: [] });
    expect(pages.flatMap(({ parts }) => parts)).toEqual([{ note: 0, from: 0, to: 20 }]);
  });

  it('leaves room at the head of the page behind that of what stands there, and brings its notes along', () => {
    const heads = [{ after: 4, height: 40, notes: [0] }];
    const pages = planFeet(lines(20), [note(20)], measures, heads);
    expect(pages[0]).toMatchObject({ end: 9, parts: [] });
    expect(pages[0]?.heads).toBeUndefined();
    expect(pages[1]).toMatchObject({
      end: 12,
      bottom: 70,
      heads: [0],
      parts: [{ note: 0, from: 0, to: 20 }],
    });
  });

  it('lets what waits for a head pass pages that notes have alone', () => {
    const heads = [{ after: 4, height: 40, notes: [] }];
    const pages = planFeet(lines(20, { 4: [0] }), [note(300)], measures, heads, true);
    const alone = pages.findIndex(({ bottom }) => bottom === undefined);
    expect(alone).toBeGreaterThan(0);
    expect(pages.filter((page) => page.heads !== undefined)).toHaveLength(1);
    expect(pages.find((page) => page.heads !== undefined)?.bottom).toBeGreaterThanOrEqual(50);
  });

  it('ends a page sooner so that the next has less room left where a line with a note goes over', () => {
    // The note of the eighteenth line has no room below that: page by page three lines of the second would be free.
    const [first, second] = planFeet(lines(40, { 17: [0] }), [{ height: 20, cuts: [] }], measures);
    expect(second?.end).toBe(16);
    expect(first?.end).toBeLessThan(9);
    expect(second?.bottom).toBeGreaterThanOrEqual(80);
  });

  it('ends both pages of a spread a line sooner rather than one', () => {
    // Lines of which none but those in the tens, and the line before these, may end a page.
    const items = lines(38).map((item, index) => ({
      ...item,
      penalty: [8, 17, 18, 27].includes(index) ? 0 : 30,
    }));
    expect(ends(items, [], { ...measures, beginsLeft: true })).toEqual([8, 17, 27, 37]);
    expect(ends(items, [], measures)).toEqual([8, 18, 27, 37]);
  });
});
