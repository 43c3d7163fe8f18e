import type { Operation } from '../../../pdf/content/operations.ts';
import type { Box } from '../file/pages.ts';
import type { Matrix } from './matrix.ts';

/** The operators whose operands are points. */
const curves: ReadonlySet<string> = new Set(['m', 'l', 'c', 'v', 'y']);

/** The path under construction, as far as its extent matters (ISO 32000-1, 8.5.2). */
export class Path {
  #left = Infinity;
  #bottom = Infinity;
  #right = -Infinity;
  #top = -Infinity;
  #rectangles = 0;
  #others = 0;
  #isUpright = true;

  /** Goes on as an operator says that constructs paths (ISO 32000-1, table 59); others change nothing. */
  construct(operation: Operation, matrix: Matrix): void {
    const number = (index: number): number => operation.number(index);
    if (operation.operator === 're') this.#rectangle(matrix, number(0), number(1), number(2), number(3));
    else if (curves.has(operation.operator))
      for (let index = 0; index + 1 < operation.count; index += 2)
        this.#point(matrix, number(index), number(index + 1));
  }

  #point([a, b, c, d, e, f]: Matrix, x: number, y: number): void {
    this.#others++;
    this.#add(a * x + c * y + e, b * x + d * y + f);
  }

  #rectangle([a, b, c, d, e, f]: Matrix, x: number, y: number, width: number, height: number): void {
    this.#rectangles++;
    this.#isUpright &&= (b === 0 && c === 0) || (a === 0 && d === 0);
    for (const u of [x, x + width])
      for (const v of [y, y + height]) this.#add(a * u + c * v + e, b * u + d * v + f);
  }

  #add(x: number, y: number): void {
    if (x < this.#left) this.#left = x;
    if (x > this.#right) this.#right = x;
    if (y < this.#bottom) this.#bottom = y;
    if (y > this.#top) this.#top = y;
  }

  get isEmpty(): boolean {
    return this.#rectangles + this.#others === 0;
  }

  get isRectangle(): boolean {
    return this.#rectangles === 1 && this.#others === 0 && this.#isUpright;
  }

  /** The box around it, wider by half the width of a line. */
  box(width = 0): Box {
    const half = width / 2;
    return [this.#left - half, this.#bottom - half, this.#right + half, this.#top + half];
  }
}
