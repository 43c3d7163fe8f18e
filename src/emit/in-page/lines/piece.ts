/** What stays together in a line, and how a line may end after it. Lengths in CSS pixels. */
export interface Piece {
  readonly text: string;
  readonly width: number;
  /** Width of the space after it. */
  readonly space: number;
  /** Width of the hyphen it ends with where it ends a line inside a word. */
  readonly hyphen: number;
  readonly end: 'space' | 'hyphen' | 'typed-hyphen' | 'dash';
  /** Where it begins and stops in the text of the paragraph. */
  readonly start: number;
  readonly stop: number;
}
