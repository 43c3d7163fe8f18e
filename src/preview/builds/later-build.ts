/** How long nothing may be saved before the book is built, in milliseconds: who saves again wants to see that first. */
const quiet = 500;

/** How long a build waits for that at most, in milliseconds. */
const longest = 3000;

/** Asks for a build once nothing has been saved for a moment. */
export class LaterBuild {
  readonly #build: () => void;
  #timer: NodeJS.Timeout | undefined;
  #deadline = Infinity;

  /** @param build is called for one or several changes */
  constructor(build: () => void) {
    this.#build = build;
  }

  /** Something was saved: what waits, waits on until {@link soon} is called. */
  hold(): void {
    clearTimeout(this.#timer);
    if (this.#deadline === Infinity) this.#deadline = performance.now() + longest;
  }

  /** What was saved is to be seen: the book is built in a moment, unless more is saved. */
  soon(): void {
    clearTimeout(this.#timer);
    const left = this.#deadline - performance.now();
    this.#timer = setTimeout(() => this.now(), Math.max(0, Math.min(quiet, left)));
  }

  /** The book is built. */
  now(): void {
    this.end();
    this.#deadline = Infinity;
    this.#build();
  }

  /** Nothing is built any more. */
  end(): void {
    clearTimeout(this.#timer);
  }
}
