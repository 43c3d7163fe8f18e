import { greyOf, isNeutral } from './grey.ts';

/** In what the interior is printed: in black alone, or in colour where the book has it. */
export type Ink = 'black' | 'colour';

/**
 * The grey a colour is printed in, from 0 to 1; undefined where it is printed in colour.
 *
 * @param rgb red, green and blue from 0 to 1
 */
export function printedGrey(rgb: ReadonlyArray<number>, ink: Ink): number | undefined {
  const [red = 0, green = 0, blue = 0] = rgb;
  if (isNeutral(red, green, blue)) return red;
  return ink === 'black' ? greyOf(red, green, blue) : undefined;
}
