import { MessagePort } from 'node:worker_threads';
import { answer, functionBehind } from './far-calls.ts';
import type { Announcement, Order } from './messages.ts';

/** What does the work, by the names of tasks: each is loaded by a function of its own. */
type Work = Readonly<Record<string, () => Promise<(...given: never[]) => unknown>>>;

/**
 * Does what is ordered through a port, one order at a time as they come.
 *
 * @param port that to the thread of the build
 * @param work what can be ordered
 * @param ready names of what is loaded at once, in the order in which it will be asked for
 */
export async function serve(port: MessagePort, work: Work, ready: ReadonlyArray<string>): Promise<void> {
  const loadAhead = async (names: ReadonlyArray<string>): Promise<void> => {
    for (const name of names) await work[name]?.();
  };
  port.on('message', (told: Order | Announcement) => {
    if ('ahead' in told) {
      // Who does the task loads it too; an error here is theirs.
      loadAhead(told.ahead).catch(() => undefined);
      return;
    }
    const { id, task, given } = told;
    const called = given.map((each) => (each instanceof MessagePort ? functionBehind(each) : each));
    void answer(id, async () => {
      const load = work[task];
      if (load === undefined) throw new Error(`Nobody does this: ${task}`);
      return (await load())(...(called as never[]));
    }).then(({ message, moved }) => port.postMessage(message, moved));
  });
  await loadAhead(ready);
}
