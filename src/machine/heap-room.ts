import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { EnvironmentError } from '../book/errors.ts';

/** V8 ends the process, with nothing put away, where it finds no memory; so much of it must be free. */
const part = 0.15;

/**
 * Whether Node.js has memory left to go on with: to be asked before each piece of work, since nobody is asked
 * when there is none. What nobody needs any more is let go first, if need be.
 *
 * @param next what comes next, for readers: the path of a file, the name of a step
 * @param heap what the heap has and may have, in bytes
 * @throws EnvironmentError where there is none
 */
export function assertHeapRoom(next: string, heap: () => Heap = ownHeap): void {
  if (!isFull(heap())) return;
  collect();
  const after = heap();
  if (!isFull(after)) return;
  throw new EnvironmentError(
    `The book takes more memory than Node.js may use: ${inMegabytes(after.used)} of ${inMegabytes(after.most)} MB are taken, and ${next} is still to come`,
    'Divide the book, or give Node.js more memory: NODE_OPTIONS=--max-old-space-size=8192.',
  );
}

interface Heap {
  readonly used: number;
  readonly most: number;
}

function ownHeap(): Heap {
  const { used_heap_size: used, heap_size_limit: most } = getHeapStatistics();
  return { used, most };
}

function isFull({ used, most }: Heap): boolean {
  return used > most * (1 - part);
}

function inMegabytes(bytes: number): number {
  return Math.round(bytes / (1 << 20));
}

/** V8 collects when it likes to, unless it is told to listen. */
function collect(): void {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  gc();
}
