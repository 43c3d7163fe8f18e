import { describe, expect, test } from 'vitest';
import { geometryOf } from '../../../../src/emit/pdf/page/geometry.ts';
import { pressBoxes } from '../../../../src/emit/pdf/press/boxes.ts';
import { cropMarks, markRoom, slugLineBox } from '../../../../src/emit/pdf/press/crop-marks.ts';
import { sixByNine } from '../../../builders/metadata.ts';

const threeMillimetres = (3 / 25.4) * 72;

describe.each([
  ['no bleed', 0],
  ['a bleed of 3 mm', threeMillimetres],
  ['a bleed of 0.125 in', 9],
])('with %s', (_, bleed) => {
  const boxes = pressBoxes(geometryOf({ ...sixByNine, bleed }), markRoom);
  const { trim, bleed: outer, media } = boxes;
  const lines = [...cropMarks(boxes).matchAll(/^(\S+) (\S+) m (\S+) (\S+) l S$/gm)].map((line) =>
    line.slice(1).map(Number),
  );

  test('eight marks stand in line with the trim', () => {
    expect(lines).toHaveLength(8);
    for (const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] of lines) {
      const [level, ends] = y1 === y2 ? [y1, [trim.bottom, trim.top]] : [x1, [trim.left, trim.right]];
      expect(x1 === x2 || y1 === y2).toBe(true);
      expect(ends.some((end) => Math.abs(end - level) < 0.001)).toBe(true);
    }
  });

  test('every mark lies outside of the bleed and inside of the sheet', () => {
    for (const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] of lines) {
      const outside =
        Math.max(x1, x2) < outer.left ||
        Math.min(x1, x2) > outer.right ||
        Math.max(y1, y2) < outer.bottom ||
        Math.min(y1, y2) > outer.top;
      expect(outside).toBe(true);
      for (const x of [x1, x2]) expect(x).toSatisfy((at: number) => at > media.left && at < media.right);
      for (const y of [y1, y2]) expect(y).toSatisfy((at: number) => at > media.bottom && at < media.top);
    }
  });

  test('the slug line lies above the bleed, between the marks', () => {
    const { left, right, bottom, top } = slugLineBox(boxes);
    expect(bottom).toBeGreaterThan(outer.top);
    expect(top).toBeLessThan(media.top);
    expect(left).toBeGreaterThan(trim.left);
    expect(right).toBeLessThan(trim.right);
  });
});
