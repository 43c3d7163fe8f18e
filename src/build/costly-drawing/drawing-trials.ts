import { setTimeout } from 'node:timers/promises';
import type { Asset } from '../../book/book.ts';
import { CostlyDrawingError, OutOfBudgetError } from '../../book/errors.ts';
import type { RunningBrowser } from '../../emit/pdf/browser/browser.ts';
import { stopBrowser } from '../../emit/leash.ts';
import { readBytes } from '../../machine/bytes/read-bytes.ts';
import { oneForEachBuild } from '../browsers.ts';
import type { Job } from '../job.ts';

/** What makes a drawing take long by other means than its size. */
const costlyParts = /filter|pattern|mask|marker|clip-?path|<use|dasharray|gradient|<style|textpath/i;

/** A drawing that takes less, in milliseconds, is not what a browser was stopped for. */
const noticeable = 3000;

/** What to do about a drawing that takes too long. */
const hint =
  'Draw it more simply, or export it as PNG. If the machine was busy, build again, or give it more time with --limit drawing-time=N.';

/** Draws the drawings of a book one after the other, in a browser of its own. */
export class DrawingTrials {
  /** Fails when one of them takes more than a drawing may. */
  readonly found: Promise<never>;
  readonly #drawings: ReadonlyArray<Asset>;
  readonly #job: Job;
  #fail: (reason: CostlyDrawingError) => void = () => undefined;
  #trying: Promise<void> | undefined;
  #running: RunningBrowser | undefined;
  #isOver = false;
  /** The one that took longest yet, and how long, in milliseconds. */
  #slowest = { path: '', time: 0 };

  constructor(drawings: ReadonlyArray<Asset>, job: Job) {
    this.#drawings = drawings;
    this.#job = job;
    this.found = new Promise((_, reject) => {
      this.#fail = reject;
    });
    this.found.catch(() => undefined);
  }

  /** Begins with them, if nobody has. */
  begin(): Promise<void> {
    // Without a browser of its own nothing is found: the one of the book has its own limits.
    this.#trying ??= this.#tryAll().catch(() => undefined);
    return this.#trying;
  }

  /**
   * The drawing for which the browser of the book was stopped.
   *
   * @param most how long they are looked at, in milliseconds
   * @returns nothing where none takes long by itself
   */
  async reasonFor({ excess }: OutOfBudgetError, most: number): Promise<CostlyDrawingError | undefined> {
    const tried = Promise.race([this.begin(), this.found, setTimeout(most, undefined, { ref: false })]);
    try {
      await tried;
    } catch (error) {
      if (error instanceof CostlyDrawingError) return error;
      throw error;
    }
    const { path, time } = this.#slowest;
    if (time < noticeable) return undefined;
    const seconds = Math.round(time / 1000);
    return new CostlyDrawingError(
      path,
      `takes the browser ${seconds} seconds by itself, and ${excess}`,
      hint,
    );
  }

  /** Ends the browser, whatever it is at. */
  async end(): Promise<void> {
    this.#isOver = true;
    if (this.#trying === undefined) return;
    if (this.#running !== undefined) stopBrowser(this.#running.browser);
    await this.#trying;
  }

  async #tryAll(): Promise<void> {
    const { drawAlone } = await import('../../emit/pdf/draw-alone.ts');
    const { limits, browserSetting } = this.#job;
    const drawings = await costliestFirst(this.#drawings);
    this.#running = await oneForEachBuild.take(browserSetting, () => undefined);
    try {
      for (const drawing of drawings) {
        if (this.#isOver) return;
        const began = performance.now();
        try {
          await drawAlone(this.#running, drawing, limits);
        } catch (error) {
          if (!(error instanceof OutOfBudgetError)) throw error;
          this.#fail(new CostlyDrawingError(drawing.path, ownExcess(error), hint));
          return;
        }
        const time = performance.now() - began;
        if (time > this.#slowest.time) this.#slowest = { path: drawing.path, time };
      }
    } finally {
      await this.#running.browser.close().catch(() => undefined);
    }
  }
}

function ownExcess({ excess }: OutOfBudgetError): string {
  return excess.replace(/^.*? takes the browser/, 'takes the browser');
}

/** By what is in them, then by their size. */
async function costliestFirst(drawings: ReadonlyArray<Asset>): Promise<Asset[]> {
  const weighed: Array<{ readonly drawing: Asset; readonly isRich: boolean }> = [];
  for (const drawing of drawings) {
    const bytes = await readBytes(drawing.bytes);
    weighed.push({ drawing, isRich: costlyParts.test(Buffer.from(bytes).toString('latin1')) });
  }
  return weighed
    .toSorted(
      (a, b) => Number(b.isRich) - Number(a.isRich) || b.drawing.bytes.length - a.drawing.bytes.length,
    )
    .map(({ drawing }) => drawing);
}
