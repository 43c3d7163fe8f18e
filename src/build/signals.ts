import { constants } from 'node:os';
import { setImmediate } from 'node:timers/promises';

const ending = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;
let isHeard = false;

/** Has a signal end the program with the status that shells expect; what is to be put away is (`atExit`). */
export function endOnSignals(): void {
  for (const signal of ending) process.on(signal, end);
  isHeard = true;
}

function end(signal: NodeJS.Signals): void {
  process.exit(128 + constants.signals[signal]);
}

/** Has signals heard that came while the thread was at work: they are looked for between two turns. */
export async function hearSignals(): Promise<void> {
  await setImmediate();
  await setImmediate();
}

/**
 * Does what keeps the thread at work for long, so that no signal would be heard: meanwhile one ends the process at
 * once, as the system does where nobody listens, with the same status for shells. What is left then, the next build
 * puts away.
 */
export async function leavingSignals<Result>(work: () => Result): Promise<Result> {
  // What came before would be lost with its listener.
  await hearSignals();
  // The first process of a container gets no signal that it does not listen for.
  if (!isHeard || process.pid === 1) return work();
  for (const signal of ending) process.removeListener(signal, end);
  try {
    return work();
  } finally {
    for (const signal of ending) process.on(signal, end);
  }
}
