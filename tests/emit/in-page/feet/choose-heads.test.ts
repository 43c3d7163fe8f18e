import { describe, expect, it } from 'vitest';
import { chooseHeads, type HeadCandidate } from '../../../../src/emit/in-page/feet/choose-heads.ts';
import type { PlannedItem, PlannedNote } from '../../../../src/emit/in-page/feet/planned-pages.ts';

const measures = { pageHeight: 100, lineHeight: 10, separator: 8 };

function line(notes: number[] = []): PlannedItem {
  return { height: 10, gap: 0, topGap: 0, penalty: 0, notes };
}

function lines(count: number, marks: Readonly<Record<number, number[]>> = {}): PlannedItem[] {
  return Array.from({ length: count }, (_, index) => line(marks[index]));
}

function figure(height: number, notes: number[] = []): PlannedItem {
  return { ...line(notes), height, gap: 10 };
}

const note: PlannedNote = { height: 10, cuts: [] };

function candidate(first: number, height: number, last = first): HeadCandidate {
  return { first, last, height: height + 10, gapWithout: 0 };
}

function chosen(
  items: ReadonlyArray<PlannedItem>,
  candidates: ReadonlyArray<HeadCandidate>,
  notes: ReadonlyArray<PlannedNote> = [],
  givesWay: (index: number) => boolean = () => true,
): number[] {
  return chooseHeads({ items, notes, heads: [], measures }, candidates, givesWay).map(({ first }) => first);
}

describe('chooseHeads', () => {
  it('takes a figure that leaves a hole which text can fill', () => {
    const items = [...lines(6), figure(50), ...lines(12)];
    expect(chosen(items, [candidate(6, 50)])).toEqual([6]);
  });

  it('leaves one where it has room, and where no text follows', () => {
    expect(chosen([...lines(3), figure(50), ...lines(12)], [candidate(3, 50)])).toEqual([]);
    expect(chosen([...lines(6), figure(50), ...lines(2)], [candidate(6, 50)])).toEqual([]);
  });

  it('reckons with the notes that take the room', () => {
    const items = (marks: Record<number, number[]>): PlannedItem[] => [
      ...lines(4, marks),
      figure(40),
      ...lines(12),
    ];
    expect(chosen(items({}), [candidate(4, 40)], [note, note])).toEqual([]);
    expect(chosen(items({ 1: [0], 2: [1] }), [candidate(4, 40)], [note, note])).toEqual([4]);
  });

  it('leaves one whose note would stand behind later ones', () => {
    const items = [...lines(6), figure(50, [0]), line([1]), ...lines(12)];
    expect(chosen(items, [candidate(6, 50)], [note, note])).toEqual([]);
    expect(chosen([...lines(6), figure(50, [0]), ...lines(12)], [candidate(6, 50)], [note])).toEqual([6]);
  });

  it('leaves one where what would stand below does not give way', () => {
    const items = [...lines(6), figure(50), ...lines(12)];
    expect(chosen(items, [candidate(6, 50)], [], (index) => index !== 11)).toEqual([]);
  });

  it('takes a table that would be divided', () => {
    const rows = Array.from({ length: 4 }, () => line());
    const items = [...lines(7), ...rows, ...lines(12)];
    expect(chosen(items, [candidate(7, 40, 10)])).toEqual([7]);
  });
});
