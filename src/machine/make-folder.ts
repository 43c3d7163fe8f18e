import { lstat, mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { EnvironmentError } from '../book/errors.ts';

/**
 * Makes a folder and those around it that are missing. Node's own `recursive` never ends where a file
 * system refuses new folders as if the one around them were missing, as `/proc` does.
 *
 * @param path of the folder; it may exist
 * @param mode of the folders made, less what the umask takes away
 * @throws EnvironmentError where something else has the name of a folder
 */
export async function makeFolder(path: string, mode = 0o777): Promise<void> {
  const folder = resolve(path);
  if (await isFolder(folder)) return;
  const made = await attempt(folder, mode);
  if (made === undefined) return;
  if (!('code' in made) || made.code !== 'ENOENT') throw made;
  await makeFolder(dirname(folder), mode);
  // The folder around is there now, whoever has made it: another process may have, between the two looks.
  const again = await attempt(folder, mode);
  if (again !== undefined) throw again;
}

/** Makes a folder in one that is there; gives the error if there is none then, made here or by another process. */
async function attempt(folder: string, mode: number): Promise<Error | undefined> {
  try {
    await mkdir(folder, { mode });
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (await isFolder(folder)) return undefined;
    return 'code' in error && error.code === 'EEXIST' ? await inTheWay(folder, error) : error;
  }
}

async function inTheWay(path: string, cause: Error): Promise<Error> {
  const found = await lstat(path).catch(() => undefined);
  if (found === undefined) return cause;
  const kind = found.isSymbolicLink() ? 'a link that leads to no folder' : 'no folder';
  return new EnvironmentError(
    `${path} is in the way: it is ${kind}`,
    'Move it away, or choose another place.',
    {
      cause,
    },
  );
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
