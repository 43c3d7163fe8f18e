/** What an edition shows of a section, run by run; what is taken belongs to a passage. */
export class Stretch {
  /** All runs, joined. */
  readonly text: string;
  readonly runs: ReadonlyArray<string>;
  /** Where each run begins in the text, and where the last one ends. */
  readonly #starts: Uint32Array;
  readonly #taken: Uint8Array;
  readonly #edges: Uint8Array;

  /** @param runs folded, none of them empty */
  constructor(runs: ReadonlyArray<string>) {
    this.runs = runs;
    this.text = runs.join('');
    this.#starts = new Uint32Array(runs.length + 1);
    this.#taken = new Uint8Array(runs.length);
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

  /** Whether a run begins at `start` and one ends at `end`. */
  isWhole(start: number, end: number): boolean {
    return this.#edges[start] === 1 && this.#edges[end] === 1;
  }

  /** The runs between two places belong to a passage. */
  take(start: number, end: number): void {
    for (let index = this.#runAt(start); index < this.runs.length && this.#starts[index]! < end; index += 1)
      this.#taken[index] = 1;
  }

  takeRun(index: number): void {
    this.#taken[index] = 1;
  }

  /** The indices of the runs between two places that belong to no passage. */
  free(start: number, end: number): number[] {
    const found: number[] = [];
    for (let index = this.#runAt(start); index < this.runs.length && this.#starts[index]! < end; index += 1)
      if (this.#taken[index] === 0) found.push(index);
    return found;
  }

  /** The index of the run that a place lies in. */
  #runAt(place: number): number {
    let low = 0;
    let high = this.runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle + 1]! <= place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
