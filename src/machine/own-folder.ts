import { rmSync, lstatSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { atExit } from './at-exit.ts';
import { pidOf, processMark, stateOf } from './process-mark.ts';

/** A folder of this process, and what removes it before the process ends. */
export interface OwnFolder {
  readonly path: string;
  readonly remove: () => Promise<void>;
}

/** Those of processes of which nothing is known are swept after a day, in milliseconds. */
const longest = 86_400_000;

/**
 * A new folder that only this user can enter, with the process in its name. It goes when the process
 * ends; where that is killed, the next call of {@link sweepFolders} takes it away.
 *
 * @param parent an existing folder
 * @param prefix what the name begins with
 */
export async function ownFolder(parent: string, prefix: string): Promise<OwnFolder> {
  const path = await mkdtemp(join(parent, `${prefix}${processMark()}.`));
  const forget = atExit(() => removeNow(path));
  return {
    path,
    remove: async () => {
      await rm(path, patiently);
      forget();
    },
  };
}

/** Processes that end may still write while their folder is removed. */
const patiently = { recursive: true, force: true, maxRetries: 10, retryDelay: 20 } as const;

/**
 * Removes a folder before the process ends, for at most two seconds. `rmSync` with retries would not do:
 * it tries the folder again, and not the files that were written into it meanwhile.
 */
function removeNow(path: string): void {
  for (let tries = 100; ; tries--)
    try {
      rmSync(path, { recursive: true, force: true });
      return;
    } catch (error) {
      if (tries === 1) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, patiently.retryDelay);
    }
}

/**
 * Removes the folders that processes left behind when they were killed.
 *
 * @param parent where they lie
 * @param prefix what their names begin with
 */
export async function sweepFolders(parent: string, prefix: string): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  for (const name of names) {
    const [, mark] = /^(.+)\.\w{6}$/.exec(name.startsWith(prefix) ? name.slice(prefix.length) : '') ?? [];
    if (mark === undefined || pidOf(mark) === undefined) continue;
    const path = join(parent, name);
    if (isLeft(path, stateOf(mark))) await rm(path, patiently).catch(() => undefined);
  }
}

function isLeft(path: string, state: ReturnType<typeof stateOf>): boolean {
  if (state === 'running') return false;
  const found = lstatSync(path, { throwIfNoEntry: false });
  const uid = process.getuid?.();
  if (found === undefined || !found.isDirectory() || (uid !== undefined && found.uid !== uid)) return false;
  return state === 'ended' || Date.now() - found.mtimeMs > longest;
}
