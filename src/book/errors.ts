/** The command was used wrongly: exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The machine lacks something or refused something: exit status 3. `hint` says what to do. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
  readonly hint: string;

  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.hint = hint;
  }
}

/** A step of the browser took more than it may. */
export class OutOfBudgetError extends EnvironmentError {
  /** The milliseconds that the step was given. */
  readonly time: number;
  /** What it took too much of, as a sentence without its end. */
  readonly excess: string;

  constructor(message: string, hint: string, time: number, excess: string) {
    super(message, hint);
    this.time = time;
    this.excess = excess;
  }
}

/** The browser takes more for a drawing than for a book. */
export class CostlyDrawingError extends EnvironmentError {
  /** The file of the drawing, in the manuscript folder. */
  readonly path: string;
  /** What it takes, as the end of a sentence about it. */
  readonly excess: string;

  constructor(path: string, excess: string, hint: string) {
    super(`${path} ${excess}`, hint);
    this.path = path;
    this.excess = excess;
  }
}

/** The browser refused fonts, which only it can find fault with. */
export class RefusedFontsError extends EnvironmentError {
  /** The files, by the paths they were served under, or their families. */
  readonly fonts: ReadonlyArray<string>;

  constructor(fonts: ReadonlyArray<string>) {
    super(
      `The browser refused these fonts: ${fonts.join(', ')}`,
      'Where they are yours, their files are damaged: fetch them again. Otherwise use the pinned browser.',
    );
    this.fonts = fonts;
  }
}
