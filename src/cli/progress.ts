/** Tells a person how far the work is. */
export interface Progress {
  /** A step begins. */
  step(name: string): void;
  /** Within the step something else is done now, such as "painting 212 pages". */
  doing(what: string): void;
  /** Something worth knowing, in a line of its own that stays. */
  note(text: string): void;
  done(): void;
}

/** How often the line on a terminal is written anew, in milliseconds: its time goes on. */
const interval = 100;

/** After how long a step is told of once more where lines stay, in milliseconds. */
const silence = 30_000;

/** What turns beside the step while the program is at work. */
const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/**
 * Progress on standard error: one line that changes on a terminal, with what is being done and since when; a line
 * per step where there is none, or one that cannot go back in a line, and more for a step that takes minutes; nothing
 * when quiet.
 */
export function progressOn(stream: NodeJS.WriteStream, quiet: boolean): Progress {
  if (quiet)
    return { step: () => undefined, doing: () => undefined, note: () => undefined, done: () => undefined };
  return stream.isTTY && process.env['TERM'] !== 'dumb' ? new Line(stream) : new Lines(stream);
}

/** A line for each step, and for one that takes long another now and then. */
class Lines implements Progress {
  readonly #stream: NodeJS.WriteStream;
  #doing: string | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  step(name: string): void {
    this.done();
    this.note(`${name} …`);
    const began = performance.now();
    this.#timer = setInterval(() => {
      const what = this.#doing === undefined ? name : `${name}: ${this.#doing}`;
      this.note(`${what} … ${Math.round((performance.now() - began) / 1000)} s`);
    }, silence).unref();
  }

  doing(what: string): void {
    this.#doing = what;
  }

  note(text: string): void {
    this.#stream.write(`${text}\n`);
  }

  done(): void {
    clearInterval(this.#timer);
    this.#doing = undefined;
  }
}

/** One line of a terminal. */
class Line implements Progress {
  readonly #stream: NodeJS.WriteStream;
  #name: string | undefined;
  #doing: string | undefined;
  #began = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  step(name: string): void {
    if (this.#name === undefined) this.#began = performance.now();
    this.#name = name;
    this.#doing = undefined;
    this.#timer ??= setInterval(() => this.#show(), interval).unref();
    this.#show();
  }

  doing(what: string): void {
    this.#doing = what;
    this.#show();
  }

  note(text: string): void {
    this.#stream.write(`\r\u001B[K${text}\n`);
    this.#show();
  }

  done(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#name = undefined;
    this.#stream.write('\r\u001B[K');
  }

  #show(): void {
    if (this.#name === undefined) return;
    const since = performance.now() - this.#began;
    const frame = frames[Math.floor(since / interval) % frames.length];
    const what = this.#doing === undefined ? this.#name : `${this.#name}: ${this.#doing}`;
    // A line that is too long would stay when it changes; a terminal need not say how wide it is.
    const room = (this.#stream.columns || 80) - 12;
    const shown = what.length > room ? `${what.slice(0, room - 1)}…` : `${what} …`;
    this.#stream.write(`\r\u001B[K${frame} ${shown} ${(since / 1000).toFixed(1)} s`);
  }
}
