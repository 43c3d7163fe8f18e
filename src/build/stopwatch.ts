/** Tells the steps of a build as they begin and how long each took. */
export class Stopwatch {
  readonly #began = performance.now();
  readonly #timings: Record<string, number> = {};
  readonly #onStep: ((name: string) => void) | undefined;
  #current: { readonly name: string; readonly since: number } | undefined;

  /** @param onStep called with the name of each step as it begins */
  constructor(onStep: ((name: string) => void) | undefined) {
    this.#onStep = onStep;
  }

  /** Ends the current step and begins another. */
  step(name: string): void {
    this.#end();
    this.#current = { name, since: performance.now() };
    this.#onStep?.(name);
  }

  /** Ends the current step; whole milliseconds by step, and in all under `total`. */
  stop(): Readonly<Record<string, number>> {
    this.#end();
    return { ...this.#timings, total: Math.round(performance.now() - this.#began) };
  }

  #end(): void {
    if (this.#current === undefined) return;
    this.#timings[this.#current.name] = Math.round(performance.now() - this.#current.since);
    this.#current = undefined;
  }
}
