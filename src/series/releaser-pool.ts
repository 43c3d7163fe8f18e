import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { BuildEnd, BuildNews, BuildOrder } from './build-orders.ts';
import { releaserAddress } from './program-address.ts';

const brokenOff: BuildEnd = {
  kind: 'failed',
  fault: {
    kind: 'environment',
    reason: 'The process that built the book broke off',
    hint: 'With little memory, build fewer books at a time: --jobs 1. Run it again to build what is missing.',
  },
};

/**
 * Processes that build books, each with a browser that it keeps from book to book. Where one dies, its book alone is
 * lost, and another takes its place.
 */
export class ReleaserPool {
  readonly #idle: ChildProcess[] = [];
  readonly #all = new Set<ChildProcess>();

  /**
   * Builds a book in a process that has nothing else to do, or a new one.
   *
   * @param onStep called at the beginning of each step
   */
  async build(order: BuildOrder, onStep: (name: string) => void = () => undefined): Promise<BuildEnd> {
    const child = this.#idle.pop() ?? this.#start();
    const end = await followed(child, order, onStep);
    if (this.#all.has(child)) this.#idle.push(child);
    return end;
  }

  /** Ends all of them, and the builds at work. */
  async close(): Promise<void> {
    await Promise.all(
      [...this.#all].map(async (child) => {
        const ended = new Promise((resolve) => child.once('exit', resolve));
        if (child.connected) child.disconnect();
        await ended;
      }),
    );
  }

  #start(): ChildProcess {
    const child = fork(fileURLToPath(releaserAddress), {
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#all.add(child);
    const forget = (): void => {
      this.#all.delete(child);
      const place = this.#idle.indexOf(child);
      if (place !== -1) this.#idle.splice(place, 1);
    };
    child.once('exit', forget);
    child.once('error', forget);
    return child;
  }
}

/** How a build ends in a process. */
async function followed(
  child: ChildProcess,
  order: BuildOrder,
  onStep: (name: string) => void,
): Promise<BuildEnd> {
  return new Promise((resolve) => {
    const hear = (news: BuildNews): void => {
      if (news.kind === 'step') onStep(news.name);
      else end(news);
    };
    const died = (): void => end(brokenOff);
    const end = (how: BuildEnd): void => {
      child.off('message', hear).off('exit', died).off('error', died);
      resolve(how);
    };
    child.on('message', hear).once('exit', died).once('error', died);
    // What cannot be sent will not be answered: the process has died, of which is heard.
    child.send(order, () => undefined);
  });
}
