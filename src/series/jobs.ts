import { availableParallelism, freemem } from 'node:os';

/** What a build and its browser take, in bytes: a long novel with pictures. */
const memoryOfBuild = 1.5 * 2 ** 30;

/** What Node 20.13 and later know: what the system, or the container, has left. */
interface Memory {
  readonly availableMemory?: () => number;
}

/**
 * How many books are built at a time on this machine: as many as it has cores, and memory for.
 *
 * @param asked by whoever runs the builds
 * @param books how many there are
 */
export function jobsFor(
  asked: number | undefined,
  books: number,
  cores = availableParallelism(),
  memory = (process as Memory).availableMemory?.() ?? freemem(),
): number {
  const possible = Math.min(cores, Math.floor(memory / memoryOfBuild));
  return Math.max(1, Math.min(books, asked ?? possible));
}

/** Whether each of so many builds has a second core, for a thread beside it. */
export function threadsFor(jobs: number, cores = availableParallelism()): 1 | 2 {
  return jobs === 1 || cores >= 2 * jobs ? 2 : 1;
}
