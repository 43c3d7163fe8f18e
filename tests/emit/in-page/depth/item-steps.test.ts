import { describe, expect, test } from 'vitest';
import type { FlowItem } from '../../../../src/emit/in-page/depth/flow-item.ts';
import { stepsOf } from '../../../../src/emit/in-page/depth/item-steps.ts';

const frame = { height: 100, lineHeight: 10 };
const row: FlowItem = {
  gap: 0,
  stretches: false,
  lead: 0,
  leadGap: 0,
  lines: 1,
  lineHeight: 30,
  tail: 0,
  divides: 'never',
  obeys: false,
  again: 15,
  lengths: [],
  hyphens: [],
};

describe('stepsOf', () => {
  test('puts the heads of a table above the row that begins a page', () => {
    expect(stepsOf(row, 1, 80, 0, frame, 0)).toEqual([
      { y: 45, ends: [2], begins: 'on the next page', steered: false },
    ]);
  });

  test('moves nothing that fits and cannot be told where to stand', () => {
    expect(stepsOf(row, 1, 70, 0, frame, 0)).toEqual([{ y: 100, ends: [], begins: 'here', steered: false }]);
  });

  test('offers to begin a page early with what can be told so', () => {
    const figure = { ...row, obeys: true, again: 0 };
    expect(stepsOf(figure, 1, 70, 0, frame, 0).map(({ begins, steered }) => ({ begins, steered }))).toEqual([
      { begins: 'here', steered: false },
    ]);
    const small = { ...figure, lineHeight: 20 };
    expect(stepsOf(small, 1, 80, 0, frame, 0)).toEqual([
      { y: 100, ends: [], begins: 'here', steered: false },
      { y: 20, ends: [2], begins: 'on the next page', steered: true },
    ]);
  });

  test('leaves no single line below a heading at the foot of a page', () => {
    const text: FlowItem = { ...row, obeys: true, again: 0, divides: 'freely', lineHeight: 10 };
    const divisions = (item: FlowItem): unknown[] =>
      stepsOf(item, 6, 60, 10, frame, 0).flatMap(({ divided }) => divided ?? []);
    expect(divisions(text)).toEqual([3, 2, 1]);
    expect(divisions({ ...text, lead: 10 })).toEqual([2]);
  });

  test('leaves the last of three lines alone where Chrome does', () => {
    const three: FlowItem = { ...row, obeys: true, again: 0, divides: 'leaving one', lineHeight: 10 };
    expect(stepsOf(three, 3, 80, 0, frame, 0)).toContainEqual({
      y: 10,
      ends: [0],
      begins: 'here',
      divided: 2,
      steered: false,
    });
    expect(stepsOf(three, 3, 90, 0, frame, 0)).toContainEqual({
      y: 30,
      ends: [1],
      begins: 'on the next page',
      steered: false,
    });
    const itself = (divides: FlowItem['divides']): unknown[] =>
      stepsOf({ ...three, divides }, 3, 80, 0, frame, 0).filter(({ steered }) => !steered);
    expect(itself('if need be')).toMatchObject([{ begins: 'on the next page' }]);
    expect(itself('freely')).toMatchObject([{ begins: 'on the next page' }]);
  });

  test('puts what is taller than a page on one all the same', () => {
    expect(stepsOf({ ...row, lineHeight: 140 }, 1, 0, 0, frame, 0)).toEqual([
      { y: 140, ends: [], begins: 'here', steered: false },
    ]);
  });
});
