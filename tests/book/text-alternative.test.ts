import { expect, it } from 'vitest';
import { namesFile } from '../../src/book/text-alternative.ts';

it.each([
  ['quay.png', 'images/quay.png', true],
  ['A quay.JPG', 'quay.png', true],
  ['IMG_2041', 'photos/IMG_2041.jpg', true],
  ['fig_03', 'fig_03.svg', true],
  ['Screenshot 2024-05-01', 'a.png', true],
  ['Quay', 'quay.png', false],
  ['The quay at 6:00', 'quay.png', false],
  ['1984', 'cover.jpg', false],
])('knows whether %j of %j is the name of a file: %j', (alt, path, isName) => {
  expect(namesFile(alt, path)).toBe(isName);
});
