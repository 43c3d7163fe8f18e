import { constants } from 'node:fs';
import { access, lstat, mkdir, stat } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { EnvironmentError } from '../book/errors.ts';
import { makeFolder } from './make-folder.ts';
import { ownFolder, sweepFolders } from './own-folder.ts';

/** The folder for what can be made again: the unpacked browser, dictionaries, reports. */
export interface CacheFolder {
  readonly path: string;
  /** Why it is a folder for this process alone, which goes at its end; undefined where it is kept. */
  readonly passing?: string;
}

/**
 * `$XDG_CACHE_HOME/colophon` or `~/.cache/colophon`, if it is the user's own, nobody else can write
 * to it, and the user can: programs are started from there. Otherwise a fresh private folder.
 *
 * @throws EnvironmentError where there can be neither
 */
export async function cacheFolder(): Promise<CacheFolder> {
  const wanted = wantedFolder();
  const fault = wanted === undefined ? 'this user has no home' : await faultOf(wanted);
  if (wanted !== undefined && fault === undefined) return { path: wanted };
  const passing = `The cache folder${wanted === undefined ? '' : ` ${wanted}`} cannot be used: ${fault}`;
  try {
    return { path: fresh ?? (await freshFolder()), passing };
  } catch (error) {
    throw new EnvironmentError(
      `${passing}; nor can the temporary folder ${tmpdir()}: ${reasonOf(error)}`,
      'Set XDG_CACHE_HOME to a folder of your own with 300 MB of room, or TMPDIR.',
      { cause: error },
    );
  }
}

/** One for the process. */
let fresh: string | undefined;

async function freshFolder(): Promise<string> {
  const prefix = 'colophon-';
  await sweepFolders(tmpdir(), prefix);
  const { path } = await ownFolder(tmpdir(), prefix);
  fresh ??= path;
  return fresh;
}

function wantedFolder(): string | undefined {
  const stated = process.env['XDG_CACHE_HOME'] ?? '';
  // XDG Base Directory Specification: relative paths are to be ignored.
  if (isAbsolute(stated)) return join(stated, 'colophon');
  const home = process.env['HOME'] || homedir();
  return isAbsolute(home) ? join(home, '.cache', 'colophon') : undefined;
}

/** Why a folder is not to be trusted, or cannot be written to. */
async function faultOf(folder: string): Promise<string | undefined> {
  try {
    await makeFolder(dirname(folder), 0o700);
    await mkdir(folder, { mode: 0o700 }).catch(() => undefined);
    const found = await lstat(folder);
    if (!found.isDirectory()) return 'it is not a folder';
    // Windows knows no such owners and modes.
    if (process.getuid !== undefined) {
      if (found.uid !== process.getuid()) return 'it belongs to another user';
      if ((found.mode & 0o022) !== 0) return 'other users may write to it';
      const around = await stat(dirname(folder));
      // Its owner may put another in its place at any time.
      if (around.uid !== 0 && around.uid !== process.getuid())
        return 'the folder it lies in belongs to another user';
      if ((around.mode & 0o1002) === 0o002) return 'other users may write to the folder it lies in';
    }
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
