import { realpath } from 'node:fs/promises';
import { faultOf } from '../build/build-fault.ts';
import { makeFolder } from '../machine/make-folder.ts';
import { buildInPlace, type Workshop } from './build-in-place.ts';
import type { SeriesBook } from './books.ts';
import { toolsDigest, type PlainOptions } from './inputs.ts';
import { jobsFor, threadsFor } from './jobs.ts';
import type { Outcome } from './outcome.ts';
import { ReleaserPool } from './releaser-pool.ts';

/** What becomes of the books of a series, as it becomes known. */
export interface SeriesOptions {
  /** Of every build. */
  readonly build: PlainOptions;
  /** How many books are built at a time; by default as many as the machine has cores and memory for. */
  readonly jobs?: number;
  /** Whether also those books are built that have not changed. */
  readonly isForced?: boolean;
  /** Where nothing of a manuscript is: the folder for all releases. */
  readonly out: string;
  /** Called at the beginning of each step of each build. */
  readonly onStep?: (book: SeriesBook, step: string) => void;
  /** Called with what has become of a book, in the order in which that is known. */
  readonly onOutcome?: (book: SeriesBook, outcome: Outcome) => Promise<void> | void;
}

/**
 * Builds the books of a series, several at a time, and releases each that has no errors; what fails stops no other.
 *
 * @returns what has become of them, in their order
 */
export async function buildSeries(
  books: ReadonlyArray<SeriesBook>,
  options: SeriesOptions,
): Promise<Outcome[]> {
  const { onStep, onOutcome } = options;
  const jobs = jobsFor(options.jobs, books.length);
  const pool = new ReleaserPool();
  const workshop = await workshopOf(options, jobs);
  try {
    return await atATime(jobs, books, async (book) => {
      const build: Workshop['build'] = (order) => pool.build(order, (step) => onStep?.(book, step));
      const outcome = await buildInPlace(book, { ...workshop, build }).catch((error: unknown): Outcome => ({
        kind: 'failed',
        fault: faultOf(error),
      }));
      await onOutcome?.(book, outcome);
      return outcome;
    });
  } finally {
    await pool.close();
  }
}

async function workshopOf(
  { build, isForced = false, out }: SeriesOptions,
  jobs: number,
): Promise<Omit<Workshop, 'build'>> {
  const threads = build.threads ?? (jobs > 1 ? threadsFor(jobs) : undefined);
  // What is there at the end is there at the beginning, so that the next run finds nothing new.
  await makeFolder(out);
  return {
    options: { ...build, ...(threads !== undefined && { threads }) },
    tools: await toolsDigest(build.browser),
    ignored: [await realpath(out)],
    isForced,
  };
}

/** Does something with each of a list, so many at a time, beginning in their order. */
async function atATime<Each, Result>(
  most: number,
  all: ReadonlyArray<Each>,
  doIt: (each: Each) => Promise<Result>,
): Promise<Result[]> {
  const results = new Map<number, Result>();
  const waiting = all.entries();
  const lane = async (): Promise<void> => {
    for (const [index, each] of waiting) results.set(index, await doIt(each));
  };
  await Promise.all(Array.from({ length: Math.min(most, all.length) }, lane));
  return all.map((_, index) => results.get(index) as Result);
}
