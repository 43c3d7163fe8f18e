import type { Operation } from '../content/operations.ts';

type Matrix = readonly [number, number, number, number, number, number];

/** A place on a page, in points from its lower left corner, and how much larger than written things are. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** Where content and text stand (ISO 32000-1, 8.3.4 and 9.4.2). */
export class Space {
  #current: Matrix = identity;
  readonly #saved: Matrix[] = [];
  #text: Matrix = identity;

  save(): void {
    this.#saved.push(this.#current);
  }

  restore(): void {
    this.#current = this.#saved.pop() ?? this.#current;
  }

  /** Another matrix before the current one; what is none changes nothing. */
  transform(numbers: ReadonlyArray<number>): void {
    if (isMatrix(numbers)) this.#current = product(numbers, this.#current);
  }

  beginText(): void {
    this.#text = identity;
  }

  setText(numbers: ReadonlyArray<number>): void {
    if (isMatrix(numbers)) this.#text = numbers;
  }

  moveText(operation: Operation): void {
    const [a, b, c, d, e, f] = this.#text;
    const [x, y] = [operation.number(0), operation.number(1)];
    this.#text = [a, b, c, d, x * a + y * c + e, x * b + y * d + f];
  }

  /**
   * Where a glyph stands.
   *
   * @param along how far from the origin of the line, in units of the text
   */
  place(along = 0): Place {
    const [a, b, c, d, left, bottom] = this.#text;
    const [g, h, i, j, k, l] = this.#current;
    const [e, f] = [along * a + left, along * b + bottom];
    return { x: e * g + f * i + k, y: e * h + f * j + l, scale: Math.hypot(c * g + d * i, c * h + d * j) };
  }
}

function isMatrix(numbers: ReadonlyArray<number>): numbers is Matrix {
  return numbers.length === 6;
}

function product([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}
