import { runInNewContext } from 'node:vm';

/** Something takes longer than it may. */
export class TimeIsUp extends Error {
  override readonly name = 'TimeIsUp';
}

/**
 * Does something at once, without waiting for anything, and breaks off where that takes too long.
 *
 * @param milliseconds how long it may take, at least 1
 * @param work what it changes outside is left half done where it is broken off
 * @throws TimeIsUp where it is broken off
 */
export function withinTime<T>(milliseconds: number, work: () => T): T {
  let made: { readonly it: T } | undefined;
  const run = (): void => {
    made = { it: work() };
  };
  try {
    runInNewContext('run()', { run }, { timeout: milliseconds });
  } catch (error) {
    // It is an error of the other context, and none of ours.
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      throw new TimeIsUp('', { cause: error });
    throw error;
  }
  if (made === undefined) throw new TimeIsUp();
  return made.it;
}
