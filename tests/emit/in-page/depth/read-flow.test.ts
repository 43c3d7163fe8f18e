import { expect, test } from 'vitest';
import { laidOut } from '../../../../src/emit/in-page/depth/read-flow.ts';

test.each([
  ['18.3333px', 18.328125],
  ['17.1px', 17.09375],
  ['19px', 19],
  ['16.0417px', 16.046875],
  // Rounded when it was computed.
  ['14.2969px', 14.296875],
])('a line of %s is as high as the layout has it', (length, height) => {
  expect(laidOut(length)).toBe(height);
});
