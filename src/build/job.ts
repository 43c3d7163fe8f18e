import { availableParallelism } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { usualLimits, type Limits } from '../book/limits.ts';
import { isFailing } from '../book/messages/rule.ts';
import type { Message } from '../book/messages/messages.ts';
import { noShelf, type Shelf } from '../book/shelf.ts';
import { scratchFolder, sweepScratch } from '../machine/bytes/scratch-folder.ts';
import type { Beforehand } from '../emit/pdf/print-book.ts';
import type { RunningBrowser } from '../emit/pdf/browser/browser.ts';
import { editions, type Edition, type EditionName } from './editions/editions.ts';
import { assertHeapRoom } from '../machine/heap-room.ts';
import { BuildCache } from '../machine/cache/build-cache.ts';
import { keptPicture, type PictureWork } from '../machine/pictures/kept-picture.ts';
import type { PictureMaking } from '../machine/pictures/picture-of.ts';
import { PictureProcess } from '../machine/pictures/picture-process.ts';
import { oneForEachBuild, type Browsers } from './browsers.ts';
import { Findings } from './findings.ts';
import { Thread } from './threads/thread.ts';
import { workerAddress } from './threads/worker-address.ts';
import type { Observer } from './observer.ts';
import type { BuildOptions } from './options.ts';
import { comingFirst, Schedule, worthHanding, type TaskTime } from './schedule.ts';
import { hearSignals } from './signals.ts';
import type { Handed } from './work/work.ts';
import { Stopwatch } from './stopwatch.ts';

/** How long the beginning of a browser is waited for, in milliseconds. */
const soon = 500;

/** How long a build took: whole milliseconds by step, and what ran beside each other. */
export interface Times {
  readonly timings: Readonly<Record<string, number>>;
  readonly tasks: ReadonlyArray<TaskTime>;
}

/** The thread beside the build lives for seconds: it may tidy its memory more often. */
const besideLimits = { maxYoungGenerationSizeMb: 16 };

/** The kinds of work that are kept from build to build. */
export type KeptWork =
  | PictureWork
  | 'parsed files'
  | 'fonts'
  | 'prints'
  | 'layouts'
  | 'divided words'
  | 'screen pages'
  | 'screen text'
  | 'press pages'
  | 'press text'
  | 'judgements'
  | 'reports';

/** For how many cores a build is planned: for those of the machine, or as threads are wished for. */
function coresFor(threads: BuildOptions['threads']): number {
  if (threads === undefined) return availableParallelism();
  return threads === 1 ? 1 : Infinity;
}

/** One run of a build: what is wanted, its clock, its browser, and what was found on the way. */
export class Job {
  readonly options: BuildOptions;
  readonly observer: Observer;
  /** What the manuscript may hold. */
  readonly limits: Limits;
  /** The editions wanted, in the order of the registry. */
  readonly wanted: ReadonlyArray<Edition>;
  /** What is done for them that can be handed to another thread. */
  readonly tasks: ReadonlyArray<Handed>;
  readonly findings = new Findings();
  readonly schedule: Schedule;
  /** Where lies what would fill the memory. */
  readonly scratch = scratchFolder();
  readonly #beside: Thread | undefined;
  readonly #browsers: Browsers;
  readonly #pictures = new PictureProcess();
  readonly #watch: Stopwatch;
  #cache: BuildCache | undefined;
  #running: Promise<RunningBrowser> | undefined;
  #starting: Promise<void> | undefined;

  /**
   * @param browsers where the browser comes from
   * @param observer who wants to see what is made before all is
   */
  constructor(options: BuildOptions, browsers: Browsers = oneForEachBuild, observer: Observer = {}) {
    this.options = options;
    this.observer = observer;
    this.#browsers = browsers;
    this.limits = { ...usualLimits, ...options.limits };
    this.#watch = new Stopwatch(options.onStep);
    const { only } = options;
    this.wanted = only?.length ? editions.filter(({ name }) => only.includes(name)) : editions;
    this.tasks = [...new Set(this.wanted.flatMap((edition) => edition.handed))];
    const handed = worthHanding(
      this.tasks,
      coresFor(options.threads),
      this.wanted.some(({ isPaged }) => isPaged),
    );
    if (handed.length > 0) this.#beside = new Thread(workerAddress, comingFirst(handed), besideLimits);
    this.schedule = new Schedule(this.#beside, handed);
    void this.#prepare();
  }

  /** Browser and thread take their time to start, one after the other, so they do while the manuscript is read. */
  async #prepare(): Promise<void> {
    if (this.wanted.some(({ isPaged }) => isPaged)) await this.browser().catch(() => undefined);
    this.schedule.prepare();
    await sweepScratch();
  }

  /** Whether the release is to tell where it comes from. */
  get isToBeProven(): boolean {
    return this.options.provenance === true || this.options.sign !== undefined;
  }

  wants(name: EditionName): boolean {
    return this.wanted.some((edition) => edition.name === name);
  }

  /** Begins a step, which ends with the next. Before it a signal is heard that came while the thread was at work. */
  async step(name: string): Promise<void> {
    await hearSignals();
    assertHeapRoom(`the step “${name}”`);
    this.#watch.step(name);
  }

  /**
   * The browser; it is started when it is first asked for.
   *
   * @throws EnvironmentError where there is none or it does not start
   */
  browser(): Promise<RunningBrowser> {
    if (this.#running === undefined) {
      let begun = (): void => undefined;
      this.#starting = new Promise((resolve) => (begun = resolve));
      this.#running = this.#start(begun).finally(begun);
      // Who needs it waits for it; a fault of the manuscript may come first.
      this.#running.catch(() => undefined);
    }
    return this.#running;
  }

  /** The path of the browser wished for, if there is such a wish. */
  get browserSetting(): string | undefined {
    return this.options.browser ?? process.env['PUPPETEER_EXECUTABLE_PATH'];
  }

  /** The browser, if anything was made with one. */
  async browserUsed(): Promise<RunningBrowser | undefined> {
    return this.#running?.catch(() => undefined);
  }

  /** Ends the browser at once, whatever it is at. */
  async stopBrowser(): Promise<void> {
    const running = await this.browserUsed();
    if (running === undefined) return;
    const { stopBrowser } = await import('../emit/leash.ts');
    stopBrowser(running.browser);
  }

  /**
   * Over when the process of the browser has begun, if one is wanted; soon in any case, since it may have to
   * be unpacked first. What then takes the whole thread no longer keeps the browser from starting.
   */
  async browserStarting(): Promise<void> {
    if (this.#starting === undefined) return;
    await Promise.race([this.#starting, setTimeout(soon, undefined, { ref: false })]);
  }

  async #start(onStarting: () => void): Promise<RunningBrowser> {
    const running = await this.#browsers.take(this.browserSetting, onStarting);
    for (const note of running.notes) this.options.onNote?.(note);
    return { ...running, limits: this.limits };
  }

  /**
   * Finds what builds of a book have kept, if that is to be used.
   *
   * @param book a short name for it
   */
  async openCache(book: string): Promise<void> {
    if (this.options.cache === true) this.#cache = await BuildCache.of(book);
  }

  /** What the last build of the book kept of one kind of work. */
  shelf(kind: KeptWork): Shelf {
    return this.#cache?.shelf(kind) ?? noShelf;
  }

  /**
   * What is known of a print before it is made.
   *
   * @param hyphenation where the words of the book may be divided, if that is being found already
   */
  beforePrint(hyphenation: Beforehand['hyphenation']): Beforehand {
    return { prints: this.shelf('prints'), layouts: this.shelf('layouts'), hyphenation };
  }

  /** Path of the file of a shelf, for a thread that has it to itself; undefined where nothing is kept. */
  shelfFile(kind: KeptWork): string | undefined {
    return this.#cache?.pathOf(kind);
  }

  /** Makes a picture of another, or takes it from an earlier build. */
  readonly makePicture: PictureMaking = (bytes, wish) =>
    keptPicture(bytes, wish, (work) => this.shelfFile(work), this.#pictures.make);

  /** Whether messages fail the build: errors do, and warnings where that is asked for. */
  isFailedBy(messages: ReadonlyArray<Message>): boolean {
    return messages.some(({ severity }) => isFailing(severity, this.options.strict));
  }

  /** Stops the clock. */
  times(): Times {
    return { timings: this.#watch.stop(), tasks: this.schedule.times };
  }

  /** @param isSound whether the build went its way, whatever it found */
  async close(isSound: boolean): Promise<void> {
    this.#pictures.end();
    await Promise.all([
      this.#beside?.end(),
      this.#cache?.save(),
      this.#running?.then((running) => this.#browsers.giveBack(running, isSound)).catch(() => undefined),
    ]);
  }
}
