import type { Browser } from 'puppeteer-core';
import { usualLimits, type Limits } from '../book/limits.ts';
import { EnvironmentError } from '../book/errors.ts';
import type { Resource } from './page-server.ts';

/**
 * Holds the work of a browser to a budget of time that grows with the size of the document: each step
 * has it anew. What goes beyond is stopped, and the browser with it, since a tab at work listens to
 * nothing.
 */
export class Leash {
  /** Fails when a step takes longer than the budget. */
  readonly broken: Promise<never>;
  readonly #browser: Browser;
  readonly #budget: number;
  readonly #drawings: ReadonlyArray<string>;
  #fail: (reason: EnvironmentError) => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;

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
    this.#timer = setTimeout(() => {
      this.#fail(tooLong(what, this.#budget, this.#drawings));
      stop(this.#browser);
    }, this.#budget);
    this.#timer.unref();
  }

  /** Ends all for a reason of its own. */
  break(reason: EnvironmentError): void {
    this.#fail(reason);
  }

  /** Ends the last step. */
  end(): void {
    clearTimeout(this.#timer);
  }
}

/**
 * Milliseconds for each step of the work on a document.
 *
 * @param limits how much time is given to a document and to each megabyte of it
 */
export function budgetFor(resources: ReadonlyMap<string, Resource>, limits: Limits = usualLimits): number {
  let [text, rest] = [0, 0];
  for (const { bytes, mediaType } of resources.values()) {
    if (mediaType.startsWith('text/')) text += bytes.length;
    else rest += bytes.length;
  }
  return Math.round(
    limits['step-time'] +
      (text / 1e6) * limits['step-time-of-text'] +
      (rest / 1e6) * limits['step-time-of-images'],
  );
}

/** The drawings, those that may take longest first. */
function drawingsIn(resources: ReadonlyMap<string, Resource>): string[] {
  return [...resources]
    .filter(([, { mediaType }]) => mediaType.startsWith('image/svg'))
    .toSorted(([, a], [, b]) => b.bytes.length - a.bytes.length)
    .map(([path]) => path.replace(/^\//, ''));
}

const ifBusy = 'If the machine was busy, build again, or give it more time with --limit step-time=N.';

function tooLong(what: string, budget: number, drawings: ReadonlyArray<string>): EnvironmentError {
  const seconds = Math.round(budget / 1000);
  const named = drawings.slice(0, 3).join(', ');
  return new EnvironmentError(
    `The browser was stopped: it was at ${what} for more than ${seconds} seconds, which no book of this size takes`,
    drawings.length > 0
      ? `A drawing may be the reason; the largest: ${named}. Leave them out in turn. ${ifBusy}`
      : `${ifBusy} Otherwise leave out parts of the book in turn to find the one it is.`,
  );
}

/** At once, with all its tabs: it leads a group of processes where there are such groups. */
function stop(browser: Browser): void {
  const child = browser.process();
  try {
    if (child?.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
    else child?.kill('SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
