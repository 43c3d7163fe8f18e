import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { EnvironmentError } from '../../../book/errors.ts';
import { cacheFolder } from '../../../machine/cache-folder.ts';
import type { Program } from './launch.ts';

/** Why a browser does not start, and what brings what it lacks. */
export interface Lack {
  /** The end of a sentence, without a full stop. */
  readonly reason: string;
  readonly hint: string;
}

/** How long a browser has to say its version, in milliseconds. */
const patience = 10_000;

/** What a browser lacks that did not start, as far as it or the system says; nothing where they say nothing. */
export async function lackOf({ executable, env }: Program): Promise<Lack | undefined> {
  const said = await wordsOf(executable, env);
  const [, library] = /error while loading shared libraries: ([^:\s]+)/.exec(said) ?? [];
  if (library !== undefined)
    return {
      reason: `the system has no ${library}`,
      hint: 'What a browser needs comes with one: `sudo apt-get install chromium`, or `sudo dnf install chromium`.',
    };
  if (process.platform === 'linux' && !existsSync('/proc/self'))
    return {
      reason: 'there is no /proc here',
      hint: 'A browser needs it: `mount -t proc proc /proc`, as containers do by themselves.',
    };
  return undefined;
}

/** With less room for its profile a browser was seen not to start, or to end in the middle of its work, in bytes. */
const leastRoom = 8 * 2 ** 20;

/** What is free on a disk, as the system tells it. */
type RoomOf = (folder: string) => Promise<Readonly<Record<'bavail' | 'blocks' | 'bsize', number>>>;

/**
 * That the disk is full on which a browser keeps its profile: it says nothing of that.
 *
 * @param roomOf tells what is free
 */
export async function lackOfRoom(roomOf: RoomOf = statfs): Promise<Lack | undefined> {
  const { path: folder } = await cacheFolder();
  const found = await roomOf(folder).catch(() => undefined);
  // What has no blocks has no limit.
  if (found === undefined || found.blocks === 0) return undefined;
  const room = found.bavail * found.bsize;
  if (room >= leastRoom) return undefined;
  return {
    reason: `the disk of ${folder} has no more than ${Math.floor(room / 1024).toLocaleString('en')} KB free`,
    hint: 'Make room on the disk, or set XDG_CACHE_HOME to a folder on another.',
  };
}

/** That a browser broke off while it printed, with what it lacked, or what it says and what may be done. */
export async function brokenOff(cause: unknown, hint: string): Promise<EnvironmentError> {
  const lack = await lackOfRoom();
  const said = cause instanceof Error ? cause.message : String(cause);
  return new EnvironmentError(
    `The browser failed while printing: ${lack?.reason ?? said}`,
    lack?.hint ?? hint,
    {
      cause,
    },
  );
}

/** What a program says instead of its version. */
function wordsOf(executable: string, env: Program['env']): Promise<string> {
  return new Promise((resolve) => {
    execFile(
      executable,
      ['--version'],
      { env: { ...process.env, ...env, LC_ALL: 'C' }, timeout: patience, killSignal: 'SIGKILL' },
      (error, _version, words) => resolve(error === null ? '' : words),
    );
  });
}
