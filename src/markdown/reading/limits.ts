/**
 * What one paragraph may hold: the time to read it grows with the square of each, or faster. No
 * paragraph of a real book comes near.
 */
export const paragraphLimits = {
  /** Runs of signs of emphasis: `*`, `_` and `~`. */
  emphasis: 2500,
  /** Brackets: those of links, images, notes, directives. */
  brackets: 6000,
  /** Beginnings of comments, instructions and declarations of HTML. */
  html: 500,
  /** Runs of backticks. */
  backticks: 4000,
  lines: 10_000,
} as const;

export type Counted = keyof typeof paragraphLimits;

/** Definitions of terms that one file may hold: they are read in a time that grows with their square. */
export const mostDefinitions = 2500;

/** Brackets in one file: EPUBCheck judges links in a time that grows with the square of their number. */
export const mostBrackets = 30_000;

/** As many paragraphs at a limit may a book hold; a paragraph below it counts by the square of its part. */
export const fullParagraphs = 25;

/** Characters of a word, or of whatever stands without a blank: a line must be able to end somewhere. */
export const longestWord = 10_000;

/** Signs of lists and quotations that one line may begin with, and columns before such a sign. */
export const nesting = { signs: 100, columns: 400 } as const;
