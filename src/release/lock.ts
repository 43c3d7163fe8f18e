import { randomUUID } from 'node:crypto';
import { closeSync, lstatSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { EnvironmentError } from '../book/errors.ts';
import { atExit } from '../machine/at-exit.ts';
import { pidOf, processMark, stateOf } from '../machine/process-mark.ts';

/** How long to wait, in milliseconds. */
export interface Patience {
  /** For a build that is writing; a release is written in a second or so. */
  readonly running: number;
  /** For a sign of life of one on another machine, or in another container. */
  readonly unknown: number;
}

export const patience: Patience = { running: 60_000, unknown: 10_000 };

/** A folder in which nobody else writes a release. */
export interface Lock {
  /** @throws EnvironmentError where another build has taken the lock for left behind */
  readonly assertHeld: () => void;
  readonly release: () => void;
}

export const lockName = '.colophon.lock';

/** How often the holder gives a sign of life, in milliseconds: processes of other machines cannot be seen. */
const heartbeat = 1000;

/**
 * Waits until no other build writes to a folder, and keeps others out. A lock whose process has ended
 * does not count, though its id may be another's by now.
 *
 * @throws EnvironmentError where another build is at it for longer than the patience lasts
 */
export async function lock(folder: string, { running, unknown }: Patience): Promise<Lock> {
  const path = join(folder, lockName);
  const token = `${processMark()} ${randomUUID()}`;
  const began = performance.now();
  let seen = { holder: '', since: began };
  while (!take(path, token)) {
    const holder = holderOf(path, folder);
    if (holder === undefined) continue;
    const now = performance.now();
    if (holder.sign !== seen.holder) seen = { holder: holder.sign, since: now };
    const [mark = ''] = holder.token.split(' ');
    const state = stateOf(mark);
    if (state === 'ended' || (state === 'unknown' && now - seen.since >= unknown)) {
      // At once after reading it again: what another build has put there meanwhile is not removed.
      if (holderOf(path, folder)?.sign === holder.sign) rmSync(path, { force: true });
    } else if (now - began >= (state === 'running' ? running : Math.max(running, unknown))) {
      const process = pidOf(mark);
      throw new EnvironmentError(
        `Another build${process === undefined ? '' : ` (process ${process})`} is writing to ${folder}`,
        'Wait until it has finished, or choose another folder with --out.',
      );
    } else await setTimeout(50);
  }
  return held(path, folder, token);
}

function held(path: string, folder: string, token: string): Lock {
  const beat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, heartbeat);
  beat.unref();
  const isOurs = (): boolean => holderOf(path, folder)?.token === token;
  const release = (): void => {
    clearInterval(beat);
    if (isOurs()) rmSync(path, { force: true });
    forget();
  };
  const forget = atExit(release);
  return {
    assertHeld: () => {
      if (isOurs()) return;
      throw new EnvironmentError(
        `Another build has taken the place of this one in ${folder}`,
        'This one was stopped for a long time. Run it again.',
      );
    },
    release,
  };
}

/** Whether nobody had the lock, and now we have it. */
function take(path: string, token: string): boolean {
  let file: number;
  try {
    file = openSync(path, 'wx');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  try {
    writeFileSync(file, token);
    return true;
  } catch (error) {
    // On a full disk there is room for the name, and none for what it is to say.
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/** What the lock says, and that with the time of its last sign of life; undefined where it has gone. */
function holderOf(
  path: string,
  folder: string,
): { readonly token: string; readonly sign: string } | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if (!found.isFile() || found.size > 1000) {
    throw new EnvironmentError(
      `${lockName} in ${folder} is not a lock of Colophon`,
      'Move it away, or choose another folder with --out.',
    );
  }
  try {
    const token = readFileSync(path, 'utf8');
    return { token, sign: `${token} ${found.mtimeMs}` };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
