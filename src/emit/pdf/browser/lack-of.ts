import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
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
