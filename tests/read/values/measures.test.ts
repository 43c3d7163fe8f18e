import { describe, expect, it } from 'vitest';
import { Fault } from '../../../src/read/values/fault.ts';
import { parseBleed, parseMeasure, parseTrim } from '../../../src/read/values/measures.ts';

describe('parseTrim', () => {
  it.each([
    ['6in x 9in', 432, 648],
    ['6x9', 432, 648],
    ['6 x 9 in', 432, 648],
    ['US Trade', 432, 648],
    ['5.25 x 8in', 378, 576],
    ['Novella', 360, 576],
    ['crown', 348.6614, 527.2441],
    ['a5', 419.5276, 595.2756],
    ['129mm × 198mm', 365.6693, 561.2598],
    ['12.9cm x 19.8 cm', 365.6693, 561.2598],
    ['400pt x 600pt', 400, 600],
  ])('reads %s', (text, width, height) => {
    expect(parseTrim(text)).toEqual({ width, height });
  });

  it.each(['A77', '6in', '6in by 9in', '-6in x 9in', '6ft x 9ft', '5mm x 9mm', '600mm x 900mm'])(
    'refuses %s',
    (text) => {
      expect(parseTrim(text)).toBeInstanceOf(Fault);
    },
  );
});

describe('parseMeasure and parseBleed', () => {
  it('need a unit, except for nothing', () => {
    expect(parseMeasure('0')).toBe(0);
    expect(parseMeasure('1in')).toBe(72);
    expect(parseMeasure('3')).toBeUndefined();
    expect(parseBleed('3 mm')).toBe(8.5039);
    expect(parseBleed('2in')).toBeUndefined();
  });
});
