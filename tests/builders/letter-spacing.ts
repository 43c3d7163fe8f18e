import type { LetterSpacing } from '../../src/emit/in-page/lines/letter-spacing.ts';

/** Letters that stay where they are. */
export const still: LetterSpacing = {
  wide: Infinity,
  tooWide: Infinity,
  narrowest: 0.66,
  apart: 0,
  farthest: 0,
  closest: 0,
  seenWide: Infinity,
  utmost: 0,
  step: 1,
};
