/** The moments of the print that other work waits for, in their order. */
export type Moment = 'layout' | 'painting';

/**
 * What runs beside the print, and from when on: while Chrome lays the book out the EPUB is packed,
 * and while it paints the EPUB is judged and what reads PDFs is loaded. Before, the thread must be
 * free to hand Chrome the book.
 */
export const plan = {
  'pack the EPUB': 'layout',
  'judge the EPUB': 'painting',
  'prove the notes of the EPUB': 'painting',
  'prove the text of the EPUB': 'painting',
  'load what reads PDFs': 'painting',
} as const satisfies Record<string, Moment>;

/** When a task was asked for, began and ended: milliseconds from the beginning of the schedule. */
export interface TaskTime {
  readonly task: string;
  readonly asked: number;
  readonly began: number;
  readonly ended: number;
}

/** Lets tasks wait for the moments of a print; where nothing is printed, for nothing. */
export class Schedule {
  readonly times: TaskTime[] = [];
  readonly #began = performance.now();
  readonly #moments: Readonly<Record<Moment, Signal>> = { layout: new Signal(), painting: new Signal() };
  #print: Promise<unknown> | undefined;

  /** Tells of the print whose moments are waited for. A moment that it never reaches ends with it. */
  follow(print: Promise<unknown> | undefined): void {
    this.#print = print;
  }

  /** Says that a moment has come. */
  reach(moment: Moment): void {
    this.#moments[moment].give();
  }

  /**
   * Runs a task of the plan when its moment has come.
   *
   * @throws whatever the task throws, or the print before the moment came
   */
  async run<Result>(task: keyof typeof plan, work: () => Promise<Result>): Promise<Result> {
    const asked = this.#now();
    if (this.#print !== undefined) await Promise.race([this.#moments[plan[task]].given, this.#print]);
    const began = this.#now();
    try {
      return await work();
    } finally {
      this.times.push({ task, asked, began, ended: this.#now() });
    }
  }

  #now(): number {
    return Math.round(performance.now() - this.#began);
  }
}

/** A promise and the function that keeps it. */
class Signal {
  readonly given: Promise<void>;
  give: () => void = () => undefined;

  constructor() {
    this.given = new Promise((resolve) => {
      this.give = resolve;
    });
  }
}
