import type { Properties } from 'hast';
import type { LabelStyle, Numbering } from './list-labels.ts';

/** What CSS calls the ways of numbering. */
const names: Readonly<Record<Numbering, string>> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};

/** Labels up to this many characters have room in the margin of every list. */
const usual = 2;

/** Wider ones than this share the same room. */
const widest = 8;

/**
 * The properties of a list by which its labels are shown as they were typed, in a margin wide enough;
 * none for the first ninety-nine of `1.`.
 *
 * @param style how the list is labelled
 * @param width characters of the widest number
 */
export function labelProperties({ numbering, enclosure }: LabelStyle, width: number): Properties {
  const className = [
    ...(enclosure === 'point' ? [] : [`${names[numbering]}-${enclosure}`]),
    ...(width > usual ? [`labels-${Math.min(width, widest)}`] : []),
  ];
  return {
    ...(numbering !== '1' && { type: numbering }),
    ...(className.length > 0 && { className }),
  };
}
