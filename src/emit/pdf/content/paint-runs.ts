import { nameIn } from '../../../pdf/content/operand.ts';
import type { Operation } from '../../../pdf/content/operations.ts';

/** What untagged paint is: a head, a folio or a head below, or a part of the layout. */
export type Layer = 'header' | 'footer' | 'layout';

/** Painting without a tag, as offsets. */
export interface PaintRun {
  readonly start: number;
  readonly end: number;
  readonly layer: Layer;
}

const pathBeginning = new Set(['m', 're']);
const pathPainting = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*']);
/** Objects that are painted by one operator. */
const placing = new Set(['Do', 'sh', 'BI']);

/** What is known of the page, or of the form, besides its content. */
export interface Surroundings {
  /** Half the height of the sheet, in CSS pixels; forms are in the text area. */
  readonly middle?: number;
  /** Whether what is placed by this name holds tags itself. */
  readonly holdsTags: (name: string) => boolean;
}

/**
 * Collects the painting that no tag encloses, neighbours together. Text objects count as a whole;
 * Chrome writes tags around them.
 */
export class PaintRuns {
  readonly #middle: number;
  readonly #holdsTags: Surroundings['holdsTags'];
  #depth = 0;
  /** How deep the tag lies that encloses what comes; 0 outside of all. */
  #tagged = 0;
  /** Where the text object or the path began that is not at its end yet. */
  #textStart = -1;
  #pathStart = -1;
  /** Heads and folios are painted before the text, which is clipped to its area. */
  #clipped: boolean;
  #layer: Layer = 'layout';
  #run: { start: number; end: number; layer: Layer } | undefined;

  constructor({ middle, holdsTags }: Surroundings) {
    this.#middle = middle ?? 0;
    this.#clipped = middle === undefined;
    this.#holdsTags = holdsTags;
  }

  /**
   * Takes the next operation.
   *
   * @param isTag whether it opens content of the structure
   * @returns the run that is complete now
   */
  next(operation: Operation, isTag: boolean): PaintRun | undefined {
    const { operator, start, end } = operation;
    switch (operator) {
      case 'BDC':
      case 'BMC':
        this.#depth += 1;
        if (!isTag || this.#tagged > 0) return undefined;
        this.#tagged = this.#depth;
        return this.end();
      case 'EMC':
        if (this.#tagged === this.#depth) this.#tagged = 0;
        this.#depth -= 1;
        return undefined;
      case 'W':
      case 'W*':
        this.#clipped = true;
        return undefined;
      case 'q':
      case 'Q':
        return this.end();
      default:
        return this.#tagged > 0 ? undefined : this.#untagged(operation, operator, start, end);
    }
  }

  /** The run up to here. */
  end(): PaintRun | undefined {
    const run = this.#run;
    this.#run = undefined;
    return run;
  }

  #untagged(operation: Operation, operator: string, start: number, end: number): PaintRun | undefined {
    if (operator === 'BT') {
      this.#textStart = start;
      this.#layer = 'layout';
    } else if (operator === 'Tm' && !this.#clipped) {
      // From the top of the sheet, as Chrome places text.
      this.#layer = operation.number(5) < this.#middle ? 'header' : 'footer';
    } else if (operator === 'ET') {
      return this.#paint(this.#textStart, end, this.#layer);
    } else if (pathBeginning.has(operator)) {
      if (this.#pathStart < 0) this.#pathStart = start;
    } else if (pathPainting.has(operator) || operator === 'n') {
      const from = this.#pathStart;
      this.#pathStart = -1;
      if (operator !== 'n') return this.#paint(from, end, 'layout');
    } else if (operator === 'Do' && this.#holdsTags(nameIn(operation.operand(0)) ?? '')) {
      return this.end();
    } else if (placing.has(operator)) {
      return this.#paint(start, end, 'layout');
    }
    return undefined;
  }

  #paint(start: number, end: number, layer: Layer): PaintRun | undefined {
    if (start < 0) return undefined;
    if (this.#run?.layer === layer) {
      this.#run.end = end;
      return undefined;
    }
    const before = this.end();
    this.#run = { start, end, layer };
    return before;
  }
}
