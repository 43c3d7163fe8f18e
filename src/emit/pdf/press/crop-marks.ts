import type { Box, PressBoxes } from './boxes.ts';
import { written } from '../content/written.ts';

/** Points: from the bleed to a mark, how long a mark is, and from there to the edge of the sheet. */
const [gap, length, rest] = [3, 18, 3];

/** What marks need around the bleed, in points. */
export const markRoom = gap + length + rest;

/** A quarter of a point, as thin as every plate still has it. */
const lineWidth = 0.25;

/**
 * The lines along which a page is cut, two at each corner of the trim and all outside of the bleed,
 * as operators of a content stream that has its colour set.
 */
export function cropMarks({ trim, bleed }: PressBoxes): string {
  const corners = [
    [trim.left, trim.bottom, bleed.left - gap, bleed.bottom - gap, -1, -1],
    [trim.right, trim.bottom, bleed.right + gap, bleed.bottom - gap, 1, -1],
    [trim.left, trim.top, bleed.left - gap, bleed.top + gap, -1, 1],
    [trim.right, trim.top, bleed.right + gap, bleed.top + gap, 1, 1],
  ] as const;
  const lines = corners.flatMap(([x, y, besideX, besideY, right, up]) => [
    line(besideX, y, besideX + right * length, y),
    line(x, besideY, x, besideY + up * length),
  ]);
  return [`${lineWidth} w`, ...lines].join('\n');
}

function line(...[fromX, fromY, toX, toY]: [number, number, number, number]): string {
  return `${written(fromX)} ${written(fromY)} m ${written(toX)} ${written(toY)} l S`;
}

/** Where the slug line stands: above the page, between the marks. */
export function slugLineBox({ trim, bleed }: PressBoxes): Box {
  return {
    left: trim.left + 2 * gap,
    right: trim.right - 2 * gap,
    bottom: bleed.top + gap + length / 3,
    top: bleed.top + gap + length,
  };
}
