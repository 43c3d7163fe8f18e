import type { Browser } from 'puppeteer-core';
import { usualLimits, type Limits } from '../book/limits.ts';
import { OutOfBudgetError, type EnvironmentError } from '../book/errors.ts';
import { groupMemory } from '../machine/group-memory.ts';
import type { Resource } from './page-server.ts';

/** What each step of a browser may take. */
export interface Budget {
  /** Milliseconds. */
  readonly time: number;
  /** Bytes. */
  readonly memory: number;
}

/** How often the memory is looked at: milliseconds. */
const pause = 1000;

/**
 * Holds the work of a browser to a budget of time and memory that grows with the size of the document: each
 * step has it anew. What goes beyond is stopped, and the browser with it, since a tab at work listens to
 * nothing.
 */
export class Leash {
  /** Fails when a step takes longer than the budget. */
  readonly broken: Promise<never>;
  readonly #browser: Browser;
  readonly #budget: Budget;
  readonly #drawings: ReadonlyArray<string>;
  #fail: (reason: EnvironmentError) => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;
  #watch: NodeJS.Timeout | undefined;

  /** @param resources all the document refers to, by path; `/` is the document */
  constructor(browser: Browser, resources: ReadonlyMap<string, Resource>, budget = budgetFor(resources)) {
    this.#browser = browser;
    this.#budget = budget;
    this.#drawings = drawingsIn(resources);
    this.broken = new Promise((_, reject) => {
      this.#fail = reject;
    });
    this.broken.catch(() => undefined);
  }

  /** Begins a step; the one before has ended. */
  step(what: string): void {
    this.end();
    const { time, memory } = this.#budget;
    this.#timer = setTimeout(() => this.#stop(tooLong(what, time, this.#drawings)), time);
    this.#watch = setInterval(() => {
      const leader = this.#browser.process()?.pid;
      const taken = leader === undefined ? undefined : groupMemory(leader);
      if (taken !== undefined && taken > memory) this.#stop(tooMuch(what, this.#budget, this.#drawings));
    }, pause);
    this.#timer.unref();
    this.#watch.unref();
  }

  #stop(reason: EnvironmentError): void {
    this.end();
    this.#fail(reason);
    stopBrowser(this.#browser);
  }

  /** Ends all for a reason of its own. */
  break(reason: EnvironmentError): void {
    this.#fail(reason);
  }

  /** Ends the last step. */
  end(): void {
    clearTimeout(this.#timer);
    clearInterval(this.#watch);
  }
}

/**
 * What each step of the work on a document may take.
 *
 * @param limits how much is given to a document and to each megabyte of it
 */
export function budgetFor(resources: ReadonlyMap<string, Resource>, limits: Limits = usualLimits): Budget {
  let [text, rest] = [0, 0];
  for (const { bytes, mediaType } of resources.values()) {
    if (mediaType.startsWith('text/')) text += bytes.length;
    else rest += bytes.length;
  }
  const of = (kind: 'time' | 'memory'): number =>
    Math.round(
      limits[`step-${kind}`] +
        (text / 1e6) * limits[`step-${kind}-of-text`] +
        (rest / 1e6) * limits[`step-${kind}-of-images`],
    );
  return { time: of('time'), memory: of('memory') };
}

/** The drawings, those that may take longest first. */
function drawingsIn(resources: ReadonlyMap<string, Resource>): string[] {
  return [...resources]
    .filter(([, { mediaType }]) => mediaType.startsWith('image/svg'))
    .toSorted(([, a], [, b]) => b.bytes.length - a.bytes.length)
    .map(([path]) => path.replace(/^\//, ''));
}

const ifBusy = 'If the machine was busy, build again, or give it more time with --limit step-time=N.';

function tooLong(what: string, budget: number, drawings: ReadonlyArray<string>): OutOfBudgetError {
  const seconds = Math.round(budget / 1000);
  return new OutOfBudgetError(
    `The browser was stopped: it was at ${what} for more than ${seconds} seconds, all that a book of this size is given`,
    hintOn(drawings, ifBusy),
    budget,
    `${what} takes the browser more than ${seconds} seconds`,
  );
}

const ifLarge = 'Where the machine has more, give it more with --limit step-memory=N.';

function tooMuch(what: string, { time, memory }: Budget, drawings: ReadonlyArray<string>): OutOfBudgetError {
  const megabytes = Math.round(memory / 2 ** 20);
  return new OutOfBudgetError(
    `The browser was stopped: at ${what} it took more than ${megabytes} MB of memory, all that a book of this size is given`,
    hintOn(drawings, ifLarge),
    time,
    `${what} takes the browser more than ${megabytes} MB of memory`,
  );
}

function hintOn(drawings: ReadonlyArray<string>, otherwise: string): string {
  const named = drawings.slice(0, 3).join(', ');
  return drawings.length > 0
    ? `A drawing may be the reason; the largest: ${named}. Leave them out in turn. ${otherwise}`
    : `${otherwise} Otherwise leave out theme.css with its fonts, then parts of the book in turn, to find the one it is.`;
}

/** Ends a browser at once, with all its tabs: it leads a group of processes where there are such groups. */
export function stopBrowser(browser: Browser): void {
  const child = browser.process();
  try {
    if (child?.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
    else child?.kill('SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
