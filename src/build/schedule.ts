import type { Thread } from './threads/thread.ts';
import { work, type Arguments, type Handed, type Loader, type Outcome } from './work/work.ts';

/** The threads: that of the build itself, and one beside it. */
export type Lane = 'build' | 'beside';

/** Where and when a task runs. */
interface Place {
  readonly lane: Lane;
  /** Whether it comes before the print: the thread beside starts for it at once. */
  readonly comesFirst?: boolean;
  /** Whether Chrome must have begun to print before the thread of the build is taken up with it. */
  readonly whilePrinting?: boolean;
  /** Where it runs if nothing is printed: then the thread of the build has time. */
  readonly unprinted?: Lane;
  /** Whether it is handed over only where a third core is free while Chrome prints. */
  readonly thirdCore?: boolean;
}

/**
 * What is done besides reading, laying out and writing the book. Its files are parsed beside as well, from the last
 * on, and its words are divided there while it is made ready for Chrome. While Chrome paints it the EPUB is packed, when it
 * is known where the pages begin, and at once judged beside and proved, which is beside as well where a third core is
 * free; so the thread of the build has time for what Chrome has printed as it comes. It finishes and proves the PDF
 * for screens, the other the one for the press. Where there is one thread alone, it does all in turn. In each lane
 * one task follows the other.
 */
export const plan = {
  'parse files': { lane: 'beside', unprinted: 'beside', comesFirst: true },
  'divide the words': { lane: 'beside', unprinted: 'beside', comesFirst: true },
  'gather what must be there': { lane: 'build', whilePrinting: true },
  'load what makes editions': { lane: 'build', whilePrinting: true },
  'prove the texts of the EPUB': { lane: 'build', whilePrinting: true },
  'list where it was written': { lane: 'build', whilePrinting: true },
  'pack the EPUB': { lane: 'build', whilePrinting: true },
  'judge the EPUB': { lane: 'beside', whilePrinting: true },
  'prove the EPUB': { lane: 'beside', whilePrinting: true, unprinted: 'build', thirdCore: true },
  'wait for EPUBCheck': { lane: 'build', whilePrinting: true },
  'wait for Ace': { lane: 'build', whilePrinting: true },
  'finish the PDF': { lane: 'build' },
  'prove the PDF': { lane: 'build' },
  'finish and prove the press PDF': { lane: 'beside' },
} as const satisfies Readonly<Record<string, Place>>;

/** A task of the plan. */
export type Task = keyof typeof plan;

/**
 * What is handed to another thread: all that has a core for it. One is that of the build, and one Chrome's as long
 * as it prints, of which it leaves enough for one task.
 *
 * @param tasks that can be handed over
 * @param cores of the machine
 * @param isPrinted whether Chrome prints
 */
export function worthHanding(tasks: ReadonlyArray<Handed>, cores: number, isPrinted: boolean): Handed[] {
  return tasks.filter((task) => cores > (isPrinted && asksForThirdCore(task) ? 2 : 1));
}

function asksForThirdCore(task: Task): boolean {
  const { thirdCore = false }: Place = plan[task];
  return thirdCore;
}

function comesFirst(task: Task): boolean {
  const { comesFirst: isFirst = false }: Place = plan[task];
  return isFirst;
}

/** Those of the tasks that come first. */
export function comingFirst(tasks: ReadonlyArray<Handed>): Handed[] {
  return tasks.filter(comesFirst);
}

function isWhilePrinting(task: Task): boolean {
  const { whilePrinting = false }: Place = plan[task];
  return whilePrinting;
}

/** When a task was asked for, began and ended: milliseconds from the beginning of the schedule. */
export interface TaskTime {
  readonly task: string;
  /** On which thread it ran. */
  readonly lane: Lane;
  readonly asked: number;
  readonly began: number;
  readonly ended: number;
}

/** Lets tasks wait for a print to begin, where nothing is printed for nothing, and runs them in their lanes. */
export class Schedule {
  readonly times: TaskTime[] = [];
  readonly #began = performance.now();
  readonly #printing = new Signal();
  readonly #beside: Thread | undefined;
  readonly #handed: ReadonlyArray<Handed>;
  #print: Promise<unknown> | undefined;

  /**
   * @param beside the thread beside that of the build; without it this one does all
   * @param handed what it will be handed, in order; this one does the rest
   */
  constructor(beside?: Thread, handed: ReadonlyArray<Handed> = []) {
    this.#beside = beside;
    this.#handed = handed;
  }

  /** Whether there is one thread for all. */
  get isAlone(): boolean {
    return this.#beside === undefined;
  }

  /** Has the thread beside start now, if a core is free for it. */
  prepare(): void {
    if (this.#handed.some((task) => asksForThirdCore(task) || comesFirst(task))) this.#beside?.start();
  }

  /** Loads what this thread does of work that can be handed over. */
  async load(tasks: ReadonlyArray<Handed>): Promise<void> {
    await Promise.all(tasks.filter((task) => !this.handsOver(task)).map((task) => work[task]()));
  }

  /** Tells of the print whose beginning is waited for. Where it never begins, the waiting ends with it. */
  follow(print: Promise<unknown> | undefined): void {
    this.#print = print;
    if (print === undefined) this.#loadAhead();
  }

  /** Says that Chrome is at work, and this thread less: so the one beside starts, if it has not yet. */
  beginPrint(): void {
    this.#printing.give();
    this.#beside?.start();
    this.#loadAhead();
  }

  /**
   * Has the thread beside load what it does from now on: before, it would have taken a core from what the browser waits
   * for. What it does after it has begun anew is loaded then.
   */
  #loadAhead(): void {
    const rest = this.#handed.filter((task) => !comesFirst(task) && this.handsOver(task));
    const now = rest.filter(isWhilePrinting);
    this.#beside?.loadAhead(now.length > 0 ? now : rest);
  }

  /**
   * Runs a task on the thread of the build when its time has come.
   *
   * @throws whatever the task throws, or the print before it began
   */
  async run<Result>(task: Task, doIt: () => Promise<Result>): Promise<Result> {
    const asked = this.#now();
    if (isWhilePrinting(task) && this.#print !== undefined)
      await Promise.race([this.#printing.given, this.#print]);
    const began = this.#now();
    try {
      return await doIt();
    } finally {
      this.times.push({ task, lane: 'build', asked, began, ended: this.#now() });
    }
  }

  /**
   * Hands a task to the thread beside that of the build, if that is to have it.
   *
   * @param given what it is done with: plain data, which are copied, and functions, which are called on
   * this thread
   * @throws whatever the task throws, and EnvironmentError where its thread dies
   */
  async hand<Name extends Handed>(task: Name, ...given: Arguments<Name>): Promise<Outcome<Name>> {
    if (this.#beside === undefined || !this.handsOver(task)) return this.run(task, () => doHere(task, given));
    const asked = this.#now();
    let began = asked;
    try {
      const outcome = await this.#beside.run(task, given, () => (began = this.#now()));
      return outcome as Outcome<Name>;
    } finally {
      this.times.push({ task, lane: 'beside', asked, began, ended: this.#now() });
      const rest = this.#handed.slice(this.#handed.indexOf(task) + 1);
      // Begun anew behind what it did of the EPUB, it has the memory for what comes when Chrome has printed.
      if (isWhilePrinting(task) && rest.length > 0 && !rest.some(isWhilePrinting)) this.#beside.renew(rest);
    }
  }

  /** Whether a task is done beside the thread of the build. */
  handsOver(task: Handed): boolean {
    const { lane, unprinted = lane }: Place = plan[task];
    return this.#handed.includes(task) && (this.#print !== undefined || unprinted === 'beside');
  }

  #now(): number {
    return Math.round(performance.now() - this.#began);
  }
}

/** Does on the thread of the build what could be handed to another. */
async function doHere<Name extends Handed>(task: Name, given: Arguments<Name>): Promise<Outcome<Name>> {
  const load: Loader<Name> = work[task];
  const doIt = await load();
  return doIt(...given);
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
