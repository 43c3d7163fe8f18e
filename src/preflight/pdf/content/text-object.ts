import type { Box } from '../file/pages.ts';
import type { GraphicsState } from './graphics-state.ts';
import { boxAround, identity, multiply, scaleOf, type Matrix } from './matrix.ts';
import { ByteString, type Operand } from '../../../pdf/content/operand.ts';

/** What one operator shows. */
export interface ShownText {
  readonly codes: number[];
  readonly box: Box;
  /** In units of the page. */
  readonly size: number;
}

/** How far letters reach above and below the baseline, as a part of the size. */
const ascent = 0.7;
const descent = 0.2;

/** Where text stands (ISO 32000-1, 9.4). */
export class TextObject {
  #matrix: Matrix = identity;
  #line: Matrix = identity;

  begin(): void {
    this.set(identity);
  }

  set(matrix: Matrix): void {
    this.#matrix = matrix;
    this.#line = matrix;
  }

  move(x: number, y: number): void {
    const [a, b, c, d, e, f] = this.#line;
    this.set([a, b, c, d, x * a + y * c + e, x * b + y * d + f]);
  }

  /** To the beginning of the next line, as `T*`. */
  nextLine({ leading }: GraphicsState): void {
    this.move(0, -leading);
  }

  /**
   * Moves on by a string, or by the strings and distances of `TJ`.
   *
   * @returns what was shown, from its first character to its last
   */
  show(state: GraphicsState, shown: Operand | undefined): ShownText {
    const pieces = Array.isArray(shown) ? shown : [shown ?? null];
    const codes: number[] = [];
    let x = 0;
    for (const piece of pieces) {
      if (typeof piece === 'number') x -= (piece / 1000) * state.fontSize * state.horizontalScale;
      else if (piece instanceof ByteString) x += this.#advance(state, piece.bytes, codes);
    }
    const { fontSize, rise } = state;
    const matrix = multiply(this.#matrix, state.matrix);
    const box = boxAround(
      matrix,
      Math.min(0, x),
      rise - descent * fontSize,
      Math.max(0, x),
      rise + ascent * fontSize,
    );
    const [a, b, c, d, e, f] = this.#matrix;
    this.#matrix = [a, b, c, d, x * a + e, x * b + f];
    return { codes, box, size: Math.abs(fontSize) * scaleOf(matrix) };
  }

  #advance(state: GraphicsState, bytes: ReadonlyArray<number>, codes: number[]): number {
    const { font, fontSize, characterSpacing, wordSpacing, horizontalScale } = state;
    const length = font?.codeLength ?? 1;
    let width = 0;
    for (let at = 0; at + length <= bytes.length; at += length) {
      const first = bytes[at] as number;
      const code = length === 1 ? first : (first << 8) + (bytes[at + 1] as number);
      codes.push(code);
      // Where the width is unknown the text is taken as short, lest it be blamed for nothing.
      width += ((font?.width(code) ?? 0) / 1000) * fontSize + characterSpacing;
      if (length === 1 && code === 32) width += wordSpacing;
    }
    return width * horizontalScale;
  }
}
