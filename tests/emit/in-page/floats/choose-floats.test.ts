import { describe, expect, test } from 'vitest';
import type { FlowItem } from '../../../../src/emit/in-page/depth/flow-item.ts';
import { chooseFloats, type Floating } from '../../../../src/emit/in-page/floats/choose-floats.ts';

const frame = { height: 100, lineHeight: 10 };

function text(lines: number): FlowItem {
  return {
    gap: 0,
    stretches: false,
    lead: 0,
    leadGap: 0,
    lines,
    lineHeight: 10,
    tail: 0,
    divides: 'freely',
    obeys: true,
    again: 0,
    lengths: [],
    hyphens: [],
  };
}

function figure(height: number): FlowItem {
  return { ...text(1), gap: 10, lineHeight: height, divides: 'never' };
}

function floating(first: number, height: number, last = first): Floating {
  return { first, last, height: height + 10, gapWithout: 0 };
}

function chosen(items: FlowItem[], all: Floating[], givesWay = true): number[] {
  return chooseFloats(items, all, () => givesWay, frame).map(({ first }) => first);
}

describe('chooseFloats', () => {
  test('has a figure float that would leave a hole which text can fill', () => {
    expect(chosen([text(6), figure(50), text(12)], [floating(1, 50)])).toEqual([1]);
  });

  test('leaves figures where they are that have room there, or leave so little that nobody sees it', () => {
    expect(chosen([text(4), figure(50), text(12)], [floating(1, 50)])).toEqual([]);
    expect(chosen([text(8), figure(50), text(12)], [floating(1, 50)])).toEqual([]);
  });

  test('has none float behind which there is too little text, or text that cannot stand below it', () => {
    expect(chosen([text(6), figure(50), text(3)], [floating(1, 50)])).toEqual([]);
    expect(chosen([text(6), figure(50)], [floating(1, 50)])).toEqual([]);
    expect(chosen([text(6), figure(50), text(12)], [floating(1, 50)], false)).toEqual([]);
  });

  test('has none float that would leave too little of the page', () => {
    expect(chosen([text(6), figure(85), text(12)], [floating(1, 85)])).toEqual([]);
  });

  test('lets two float to one page, and the next stand below them', () => {
    const items = [text(6), figure(35), text(1), figure(25), text(12)];
    expect(chosen(items, [floating(1, 35), floating(3, 25)])).toEqual([1, 3]);
    const later = [text(6), figure(50), text(4), text(1), figure(50), text(12)];
    expect(chosen(later, [floating(1, 50), floating(4, 50)])).toEqual([1, 4]);
  });

  test('has tables float that would be divided, unless they are high', () => {
    const rows = (count: number): FlowItem[] =>
      Array.from({ length: count }, () => ({ ...text(1), divides: 'never', obeys: false }));
    expect(chosen([text(7), ...rows(5), text(12)], [floating(1, 50, 5)])).toEqual([1]);
    expect(chosen([text(7), ...rows(7), text(12)], [floating(1, 70, 7)])).toEqual([]);
  });
});
