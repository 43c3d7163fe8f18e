import { realpath } from 'node:fs/promises';
import type { Job } from 'bullmq';
import { faultOf, type BuildFault } from '../../build/build-fault.ts';
import { buildInPlace, type Workshop } from '../build-in-place.ts';
import type { SeriesBook } from '../books.ts';
import { toolsDigest } from '../inputs.ts';
import { jobsFor, threadsFor } from '../jobs.ts';
import type { Outcome } from '../outcome.ts';
import { ReleaserPool } from '../releaser-pool.ts';
import { connect, queuePackages } from './connection.ts';
import { queueName, takenBook } from './queued-book.ts';

/** What a worker is told. */
export interface WorkOptions {
  /** The address of the queue. */
  readonly queue: string;
  /** The folder in which all manuscripts and releases lie. */
  readonly shared: string;
  readonly jobs?: number;
  readonly browser?: string;
  readonly onOutcome: (book: SeriesBook, outcome: Outcome) => void;
  readonly onNote: (text: string) => void;
}

/** Milliseconds without a sign of life after which a worker is taken for dead, and how often it is looked. */
const patience = { lockDuration: 15_000, stalledInterval: 5000 };

/** A book whose workers die is tried so often before it is given up: it may be the one that kills them. */
const mostDeaths = 5;

/**
 * Builds books that are on the queue, until the process ends. What a worker has begun when it dies another takes up
 * again.
 *
 * @returns when the queue is closed, which it is not
 * @throws {EnvironmentError} where nothing answers at its address
 */
export async function workOnQueue(options: WorkOptions): Promise<never> {
  const { onNote, onOutcome } = options;
  const shared = await realpath(options.shared);
  const connection = await connect(options.queue, onNote);
  const { bullmq } = await queuePackages();
  const jobs = jobsFor(options.jobs, Infinity);
  const tools = await toolsDigest(options.browser);
  const pool = new ReleaserPool();
  const build = async (job: Job): Promise<Outcome> => {
    const taken = await takenBook(job.data, shared).catch((error: unknown) => faultOf(error));
    if ('kind' in taken) throw new bullmq.UnrecoverableError(JSON.stringify(taken));
    const { book, outputs, isForced, options: stated } = taken;
    const workshop: Workshop = {
      options: {
        ...stated,
        threads: threadsFor(jobs),
        ...(options.browser !== undefined && { browser: options.browser }),
      },
      tools,
      ignored: [outputs],
      // What a worker that died had built need not be built again.
      isForced: isForced && job.stalledCounter === 0,
      build: (order) => pool.build(order, (step) => void job.updateProgress(step).catch(() => undefined)),
    };
    const outcome = await buildInPlace(book, workshop);
    onOutcome(book, outcome);
    // Another machine may have what this one lacks.
    if (outcome.kind === 'failed') throw new Error(JSON.stringify(outcome.fault satisfies BuildFault));
    return outcome;
  };
  const worker = new bullmq.Worker(queueName, build, {
    connection,
    concurrency: jobs,
    maxStalledCount: mostDeaths,
    ...patience,
  });
  worker.on('error', () => undefined);
  return new Promise<never>(() => undefined);
}
