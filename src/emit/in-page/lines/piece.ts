/**
 * How a line may end after a piece: by itself at a space, behind a dash or behind a hyphen of the manuscript; with a
 * hyphen that is put in; or behind a dash where Chrome would not end it without being told.
 */
export type LineEnding = 'space' | 'hyphen' | 'typed-hyphen' | 'dash' | 'told';

/**
 * What stays together in a line, and how a line may end after it: one object wherever the same word stands in the
 * same face. Lengths in CSS pixels.
 */
export interface Piece {
  readonly text: string;
  /** How many of its characters can be set apart: not those that nobody sees, nor marks on others. */
  readonly characters: number;
  readonly width: number;
  /** Width of the space after it. */
  readonly space: number;
  /** Width of the hyphen it ends with where it ends a line inside a word. */
  readonly hyphen: number;
  readonly end: LineEnding;
  /** Whether a line ends there only where it would be torn otherwise. */
  readonly isLastResort: boolean;
}
