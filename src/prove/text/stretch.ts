import { groupedBy } from '../../book/grouped.ts';

/** What an edition shows of a section, run by run, in some order; what is taken belongs to a passage. */
export class Stretch {
  /** All runs, joined. */
  readonly text: string;
  readonly runs: ReadonlyArray<string>;
  /** Where each run begins in the text, and where the last one ends. */
  readonly #starts: Uint32Array;
  readonly #edges: Uint8Array;
  readonly #ids: ReadonlyArray<number> | undefined;
  /** By the numbers of the runs. */
  readonly #taken: Uint8Array;
  /** The indices of the runs that begin with each letter, once one is asked for. */
  #byFirstLetter: ReadonlyMap<string, ReadonlyArray<number>> | undefined;

  /**
   * @param runs folded, none of them empty
   * @param other the same runs in another order, which has them taken together with this
   * @param ids which of the runs of `other` each of these is
   */
  constructor(runs: ReadonlyArray<string>, other?: Stretch, ids?: ReadonlyArray<number>) {
    this.runs = runs;
    this.text = runs.join('');
    this.#ids = ids;
    this.#taken = other === undefined ? new Uint8Array(runs.length) : other.#taken;
    this.#starts = new Uint32Array(runs.length + 1);
    this.#edges = new Uint8Array(this.text.length + 1);
    let at = 0;
    for (const [index, run] of runs.entries()) {
      this.#starts[index] = at;
      this.#edges[at] = 1;
      at += run.length;
    }
    this.#starts[runs.length] = at;
    this.#edges[at] = 1;
  }

  /** Where a run begins; behind the last one, where the text ends. */
  startOf(index: number): number {
    return this.#starts[index]!;
  }

  /** Whether a run begins at `start` and one ends at `end`. */
  isWhole(start: number, end: number): boolean {
    return this.#edges[start] === 1 && this.#edges[end] === 1;
  }

  /** The runs between two places belong to a passage. */
  take(start: number, end: number): void {
    for (const index of this.#between(start, end)) this.takeRun(index);
  }

  takeRun(index: number): void {
    this.#taken[this.#ids?.[index] ?? index] = 1;
  }

  /** Whether no run between two places belongs to a passage. */
  isFree(start: number, end: number): boolean {
    return this.#between(start, end).every((index) => !this.#isTaken(index));
  }

  /**
   * The indices of the runs between two places that belong to no passage.
   *
   * @param letter what they begin with; absent: any
   */
  free(start: number, end: number, letter?: string): number[] {
    const between = letter === undefined ? this.#between(start, end) : this.#beginning(letter, start, end);
    return between.filter((index) => !this.#isTaken(index));
  }

  /** The index of the run that a place lies in; the number of runs where it lies behind them all. */
  runAt(place: number): number {
    let low = 0;
    let high = this.runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle + 1]! <= place) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #isTaken(index: number): boolean {
    return this.#taken[this.#ids?.[index] ?? index] === 1;
  }

  /** Those between two places that begin with a letter. */
  #beginning(letter: string, start: number, end: number): ReadonlyArray<number> {
    this.#byFirstLetter ??= groupedBy([...this.runs.keys()], (index) => this.runs[index]!.charAt(0));
    const first = this.runAt(start);
    const all = this.#byFirstLetter.get(letter) ?? [];
    return all.filter((index) => index >= first && this.#starts[index]! < end);
  }

  #between(start: number, end: number): number[] {
    const found: number[] = [];
    for (let index = this.runAt(start); index < this.runs.length && this.#starts[index]! < end; index += 1)
      found.push(index);
    return found;
  }
}
