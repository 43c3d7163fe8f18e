import { randomUUID } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import type { Job, Queue } from 'bullmq';
import type { BuildFault } from '../../build/build-fault.ts';
import { makeFolder } from '../../machine/make-folder.ts';
import type { SeriesBook } from '../books.ts';
import type { SeriesOptions } from '../build-series.ts';
import type { Outcome } from '../outcome.ts';
import { connect, queuePackages } from './connection.ts';
import { queuedBook, queueName, type QueuedBook } from './queued-book.ts';

/** What a series is built on. */
export interface QueueOptions extends SeriesOptions {
  /** The address of the queue. */
  readonly queue: string;
  /** The folder that all workers see. */
  readonly shared: string;
  readonly onNote: (text: string) => void;
}

/** How often it is asked what has become of the books, in milliseconds, and after how often it is told that nobody builds. */
const [interval, soon] = [500, 6];

/** What the server keeps of what is done, in seconds: whoever has put it there may be gone. */
const keptFor = 86_400;

/**
 * Has the books of a series built by the workers of a queue.
 *
 * @returns what has become of them, in their order
 * @throws {UsageError} where a book lies outside of the folder that the workers see
 * @throws {EnvironmentError} where nothing answers at the address
 */
export async function buildOnQueue(
  books: ReadonlyArray<SeriesBook>,
  options: QueueOptions,
): Promise<Outcome[]> {
  const { build, isForced = false, out } = options;
  await makeFolder(out);
  const shared = await realpath(options.shared);
  const queued = await Promise.all(books.map((book) => queuedBook(book, build, isForced, shared, out)));
  const connection = await connect(options.queue, options.onNote);
  const { bullmq } = await queuePackages();
  const queue = new bullmq.Queue(queueName, { connection });
  queue.on('error', () => undefined);
  try {
    return await new QueuedSeries(queue, books, queued, options).outcomes();
  } finally {
    await queue.close();
    connection.removeAllListeners('close');
    connection.disconnect();
  }
}

/** The books of one run, on their way through the queue. */
class QueuedSeries {
  readonly #queue: Queue;
  readonly #books: ReadonlyArray<SeriesBook>;
  readonly #queued: ReadonlyArray<QueuedBook>;
  readonly #options: QueueOptions;
  readonly #run = randomUUID();
  readonly #steps = new Map<number, unknown>();
  readonly #done = new Map<number, Outcome>();

  constructor(
    queue: Queue,
    books: ReadonlyArray<SeriesBook>,
    queued: ReadonlyArray<QueuedBook>,
    options: QueueOptions,
  ) {
    this.#queue = queue;
    this.#books = books;
    this.#queued = queued;
    this.#options = options;
  }

  async outcomes(): Promise<Outcome[]> {
    for (const index of this.#books.keys()) await this.#add(index);
    for (let round = 1; this.#done.size < this.#books.length; round += 1) {
      await setTimeout(interval);
      for (const index of this.#books.keys()) if (!this.#done.has(index)) await this.#look(index);
      if (round === soon && (await this.#queue.getWorkersCount()) === 0)
        this.#options.onNote('Nobody builds yet: start colophon worker with the same --queue');
    }
    return this.#books.map((_, index) => this.#done.get(index) as Outcome);
  }

  #id(index: number): string {
    return `${this.#run}-${index}`;
  }

  async #add(index: number): Promise<void> {
    await this.#queue.add('book', this.#queued[index], {
      jobId: this.#id(index),
      attempts: 3,
      backoff: { type: 'fixed', delay: 1000 },
      removeOnComplete: { age: keptFor },
      removeOnFail: { age: keptFor },
    });
  }

  async #look(index: number): Promise<void> {
    const job = (await this.#queue.getJob(this.#id(index))) as Job | undefined;
    const book = this.#books[index] as SeriesBook;
    // A server that keeps nothing has lost it when it was started again.
    if (job === undefined) return this.#add(index);
    const { progress } = job;
    if (typeof progress === 'string' && this.#steps.get(index) !== progress) {
      this.#steps.set(index, progress);
      this.#options.onStep?.(book, progress);
    }
    if (job.finishedOn === undefined) return undefined;
    const outcome = outcomeOf(job);
    this.#done.set(index, outcome);
    await job.remove().catch(() => undefined);
    return this.#options.onOutcome?.(book, outcome);
  }
}

function outcomeOf({ returnvalue, failedReason }: Job): Outcome {
  if (failedReason === undefined || failedReason === '') return returnvalue as Outcome;
  try {
    return { kind: 'failed', fault: JSON.parse(failedReason) as BuildFault };
  } catch {
    const hint = 'Look at what its workers say; run it again to build what is missing.';
    return {
      kind: 'failed',
      fault: { kind: 'environment', reason: `No worker could build it: ${failedReason}`, hint },
    };
  }
}
