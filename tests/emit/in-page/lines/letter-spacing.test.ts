import { describe, expect, it } from 'vitest';
import {
  letterSpacingOf,
  takenByLetters,
  takenInChosen,
} from '../../../../src/emit/in-page/lines/letter-spacing.ts';

/** Of a face with spaces of .24 em, set in 10 pixels: a line of 50 characters with 8 spaces. */
const letters = letterSpacingOf(10, 0.24);
const [space, characters] = [8 * 2.4, 50];

/** How wide a space of the line is seen: with what is added to the letter before it and to itself. In em. */
function seen(spare: number, taken: number): number {
  return ((space + spare - taken) / 8 + (2 * taken) / characters) / 10;
}

describe('takenInChosen', () => {
  it.each([16, 18, 20, 22])(
    'keeps spaces of a line that lacks %d pixels from being seen as holes',
    (spare) => {
      const before = takenByLetters(letters, spare, space, characters);
      const taken = takenInChosen(letters, spare, space, characters);
      expect(seen(spare, taken)).toBeLessThan(seen(spare, before));
      expect(seen(spare, taken)).toBeLessThan(0.405);
    },
  );

  it('moves no letter further than is not seen', () => {
    expect(takenInChosen(letters, 60, space, characters)).toBeCloseTo(0.3 * characters, 9);
  });

  it.each([-3, 0, 4, 8])('leaves a line that lacks %d pixels as it was chosen', (spare) => {
    expect(takenInChosen(letters, spare, space, characters)).toBe(
      takenByLetters(letters, spare, space, characters),
    );
  });
});
