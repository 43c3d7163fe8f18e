import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and those around it that are missing. Node's own `recursive` never ends where a file
 * system refuses new folders as if the one around them were missing, as `/proc` does.
 *
 * @param path of the folder; it may exist
 * @param mode of the folders made, less what the umask takes away
 */
export async function makeFolder(path: string, mode = 0o777): Promise<void> {
  const folder = resolve(path);
  if (await isFolder(folder)) return;
  try {
    await mkdir(folder, { mode });
  } catch (error) {
    const around = dirname(folder);
    const isAlone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (isAlone && !(await isFolder(around))) {
      await makeFolder(around, mode);
      await makeFolder(folder, mode);
    } else if (!(await isFolder(folder))) {
      // Otherwise another process has made it meanwhile.
      throw error;
    }
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
