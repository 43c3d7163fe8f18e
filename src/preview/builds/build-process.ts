import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { BuildNews, BuildOrder, BuildSetup } from './build-news.ts';
import { previewerAddress } from './program-address.ts';

/**
 * A process of its own that builds the whole book, one build after the other: what was just written is shown
 * meanwhile. One that dies is replaced when the next build is asked for.
 */
export class BuildProcess {
  readonly #setup: BuildSetup;
  readonly #onNews: (news: BuildNews) => void;
  #child: ChildProcess | undefined;
  #isClosed = false;
  /** The build at work. */
  #number: number | undefined;
  #builds = 0;
  #isStale = false;

  readonly #onBegin: () => void;

  /**
   * @param onBegin called before a build reads the manuscript
   * @param onNews hears of all builds
   */
  constructor(setup: BuildSetup, onBegin: () => void, onNews: (news: BuildNews) => void) {
    this.#setup = setup;
    this.#onBegin = onBegin;
    this.#onNews = onNews;
  }

  /** Whether a build is at work. */
  get isBusy(): boolean {
    return this.#number !== undefined;
  }

  /** Builds the book as it is now: at once, or when the build at work has ended. */
  build(): void {
    if (this.#isClosed) return;
    if (this.#number !== undefined) {
      this.#isStale = true;
      return;
    }
    this.#isStale = false;
    this.#onBegin();
    this.#number = ++this.#builds;
    this.#child ??= this.#start();
    this.#send({ kind: 'build', number: this.#number });
  }

  /** Ends it, and the build at work with it. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.disconnect();
    await ended;
  }

  #start(): ChildProcess {
    const child = fork(fileURLToPath(previewerAddress), {
      serialization: 'advanced',
      execArgv: [],
      // A session of its own, so that it can give way as a whole; it ends when it hears nothing of us any more.
      detached: process.platform === 'linux',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#child = child;
    child.on('message', (news: BuildNews) => this.#hear(news));
    child.on('error', () => this.#died(child));
    child.on('exit', () => this.#died(child));
    this.#send({ kind: 'set up', setup: this.#setup });
    return child;
  }

  #send(order: BuildOrder): void {
    // What cannot be sent will not be answered: the process has died, of which is heard.
    this.#child?.send(order, () => undefined);
  }

  #hear(news: BuildNews): void {
    this.#onNews(news);
    if (news.kind === 'ended' || news.kind === 'failed') this.#ended();
  }

  #ended(): void {
    this.#number = undefined;
    if (this.#isStale) this.build();
  }

  #died(child: ChildProcess): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    if (this.#isClosed || this.#number === undefined) return;
    this.#onNews({
      number: this.#number,
      kind: 'failed',
      fault: {
        kind: 'environment',
        reason: 'The process that builds the book broke off',
        hint: 'Save a file to build again; with little memory, close other programs.',
      },
    });
    this.#ended();
  }
}
