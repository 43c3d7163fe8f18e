import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, open, type FileHandle } from 'node:fs/promises';
import { readAtMost } from '../machine/bytes/read-at-most.ts';

/**
 * The bytes of a file; undefined where there is none of this name, where it is a link, a folder, a pipe
 * or a device, or where it is larger.
 *
 * @param most bytes accepted
 */
export async function readRegular(path: string, most: number): Promise<Uint8Array | undefined> {
  return withRegular(path, async (handle, size) => (size > most ? undefined : readAtMost(handle, size)));
}

/** The SHA-256 of a file; undefined where there is none of this name, or it is no regular file. */
export async function hashRegular(path: string): Promise<string | undefined> {
  return withRegular(path, async (handle, size) => {
    const hash = createHash('sha256');
    const options = { autoClose: false, start: 0, end: size - 1 };
    if (size > 0)
      for await (const chunk of handle.createReadStream(options)) hash.update(chunk as Uint8Array);
    return hash.digest('hex');
  });
}

/** Whether anything has this name, be it a link to nowhere. */
export async function isPresent(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

async function withRegular<T>(
  path: string,
  use: (handle: FileHandle, size: number) => Promise<T>,
): Promise<T | undefined> {
  // A pipe without a writer would block for ever.
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
  let handle: FileHandle;
  try {
    if (!(await lstat(path)).isFile()) return undefined;
    handle = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ELOOP'].includes(String(error.code)))
      return undefined;
    throw error;
  }
  try {
    const stat = await handle.stat();
    return stat.isFile() ? await use(handle, stat.size) : undefined;
  } finally {
    await handle.close();
  }
}
