import { OutOfBudgetError } from '../../book/errors.ts';
import { printAlone } from '../../emit/pdf/print-book.ts';
import type { RunningBrowser } from '../../emit/pdf/browser/browser.ts';
import { oneForEachBuild } from '../browsers.ts';
import type { ComposedBook } from '../composed-book.ts';
import { editions } from '../editions/editions.ts';
import type { Job } from '../job.ts';
import { printMatterOf } from '../print-matter.ts';
import type { Source } from '../source.ts';
import type { Trials } from './find-costly.ts';

/** How much longer than without the author's stylesheet a print takes that is costly, and how long at least. */
const muchLonger = 4;
const atLeast = 6000;

/** How long is looked at least, in milliseconds. */
const longEnough = 60_000;

/** Prints a book with other stylesheets in the place of the author's, and tells whether the browser comes to an end. */
export class Prints implements Trials {
  readonly #source: Source;
  readonly #composed: ComposedBook;
  readonly #job: Job;
  #running: RunningBrowser | undefined;
  /** Milliseconds. */
  #without = 0;
  #until = 0;

  constructor(source: Source, composed: ComposedBook, job: Job) {
    this.#source = source;
    this.#composed = composed;
    this.#job = job;
  }

  /**
   * Measures how long the print takes without the author's stylesheet.
   *
   * @param budget milliseconds that a step may take
   * @returns whether it takes no more than half of them
   */
  async measureWithout(budget: number): Promise<boolean> {
    await this.#start();
    const began = performance.now();
    const isOver = await this.#ends('', budget / 2);
    const now = performance.now();
    this.#without = now - began;
    this.#until = now + Math.max(budget, longEnough);
    return isOver;
  }

  /** How long a print takes without the author's stylesheet, in whole seconds. */
  get least(): number {
    return Math.ceil(this.#without / 1000);
  }

  get hasTime(): boolean {
    return performance.now() < this.#until;
  }

  async isCostly(css: string): Promise<boolean> {
    return !(await this.#ends(css, Math.max(atLeast, muchLonger * this.#without)));
  }

  async close(): Promise<void> {
    await this.#running?.browser.close().catch(() => undefined);
  }

  async #start(): Promise<RunningBrowser> {
    this.#running ??= await oneForEachBuild.take(this.#job.browserSetting, () => undefined);
    return this.#running;
  }

  async #ends(stylesheet: string, time: number): Promise<boolean> {
    const { wanted, limits } = this.#job;
    const paged = wanted.filter(({ isPaged }) => isPaged);
    const products = (paged.length > 0 ? paged : editions).flatMap(({ product }) => product ?? []);
    const { book, looks } = await printMatterOf({ ...this.#source, stylesheet }, this.#composed, products);
    const running = {
      ...(await this.#start()),
      limits: { ...limits, 'step-time': time, 'step-time-of-text': 0, 'step-time-of-images': 0 },
    };
    try {
      await printAlone(book, this.#composed.assets, looks, running, paged.length > 0);
      return true;
    } catch (error) {
      if (!(error instanceof OutOfBudgetError)) throw error;
      // It was stopped with what it was at.
      this.#running = undefined;
      return false;
    }
  }
}
