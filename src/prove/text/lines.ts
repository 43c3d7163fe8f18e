import type { Shown } from './reading-order.ts';
import { Stretch } from './stretch.ts';
import type { Window } from './tile.ts';

/** Pages, read line by line. */
export class Lines {
  readonly #painted: Stretch;
  readonly #shown: ReadonlyArray<Shown>;
  readonly #lines: Stretch;
  /** Where each page begins in the lines. */
  readonly #starts = new Map<number, number>();

  /**
   * @param order the indices of the runs as they are read
   * @param painted the runs as they are painted
   * @param shown the same, with their places
   */
  constructor(order: ReadonlyArray<number>, painted: Stretch, shown: ReadonlyArray<Shown>) {
    this.#painted = painted;
    this.#shown = shown;
    this.#lines = new Stretch(
      order.map((run) => shown[run]!.letters),
      painted,
      order,
    );
    for (const [index, run] of order.entries()) {
      const page = this.#pageOf(run);
      if (!this.#starts.has(page)) this.#starts.set(page, this.#lines.startOf(index));
    }
  }

  /**
   * Takes the runs of a passage that no other has.
   *
   * @param window where it may begin among the runs as they are painted; a run is on the same page in
   * either order
   * @returns whether they are there
   */
  take(letters: string, { start, end }: Window): boolean {
    const lines = this.#lines;
    const first = this.#starts.get(this.#pageOf(this.#painted.runAt(start))) ?? 0;
    const last = this.#starts.get(this.#pageOf(this.#painted.runAt(end)) + 1) ?? lines.text.length;
    const text = lines.text.slice(first, last);
    for (let at = text.indexOf(letters); at >= 0; at = text.indexOf(letters, at + 1)) {
      const begin = first + at;
      const close = begin + letters.length;
      if (!lines.isWhole(begin, close) || !lines.isFree(begin, close)) continue;
      lines.take(begin, close);
      return true;
    }
    return false;
  }

  #pageOf(run: number): number {
    return this.#shown[run]?.place?.page ?? Infinity;
  }
}
