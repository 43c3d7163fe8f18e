import { constants } from 'node:fs';
import { open, readdir, readlink, realpath, type FileHandle } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { staysInside } from '../../book/addresses/stays-inside.ts';
import { readAtMost } from '../../machine/bytes/read-at-most.ts';
import { nameOnDisk } from './name-on-disk.ts';
import { recordFile } from './recorded-files.ts';

/** Why a file was not read. */
export type ReadFault = 'missing' | 'outside' | 'not-a-file' | 'too-large' | 'denied' | 'lfs-pointer';

export type ReadResult =
  | { readonly bytes: Uint8Array; readonly file: string; readonly fault?: never }
  | { readonly fault: ReadFault; readonly bytes?: never };

/**
 * The bytes of a regular file inside a folder, or the reason why there are none: nothing
 * outside the folder, no pipe and no device is ever read, whatever links say.
 *
 * @param root the real path of the folder
 * @param path the file, relative to the folder, with forward slashes
 * @param limit the most bytes accepted
 * @returns the bytes, and the path of the file free of links
 */
export async function readSafely(root: string, path: string, limit: number): Promise<ReadResult> {
  return useSafely(root, path, limit, async (handle, size, file) => ({
    bytes: await readAtMost(handle, size),
    file,
  }));
}

/**
 * Does something with a regular file inside a folder that is opened for reading, under the same conditions; it is
 * closed afterwards.
 *
 * @param use is given the file, its length, and its path free of links
 */
export async function useSafely<Result>(
  root: string,
  path: string,
  limit: number,
  use: (handle: FileHandle, size: number, file: string) => Promise<Result>,
): Promise<Result | { readonly fault: ReadFault }> {
  if (!staysInside(path)) return { fault: 'outside' };
  let handle: FileHandle | undefined;
  try {
    const target = await realPathOf(root, path);
    if (!target.startsWith(root.endsWith(sep) ? root : root + sep)) return { fault: 'outside' };
    // A pipe without a writer would block for ever; links are resolved already.
    handle = await open(target, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    const stat = await handle.stat();
    if (!stat.isFile()) return { fault: 'not-a-file' };
    if (await wasExchanged(handle, target)) return { fault: 'outside' };
    if (stat.size > limit) return { fault: 'too-large' };
    if (await isLfsPointer(handle, stat.size)) return { fault: 'lfs-pointer' };
    const result = await use(handle, stat.size, target);
    await recordFile(handle, target);
    return result;
  } catch (error) {
    return { fault: faultOf(error) };
  } finally {
    await handle?.close();
  }
}

/** What Git LFS leaves in the place of a file that it has not fetched: less than 1024 bytes that begin with this. */
const pointer = Buffer.from('version https://git-lfs.github.com/spec/');

async function isLfsPointer(handle: FileHandle, size: number): Promise<boolean> {
  if (size < pointer.length || size >= 1024) return false;
  const head = Buffer.alloc(pointer.length);
  await handle.read(head, 0, head.length, 0);
  return head.equals(pointer);
}

/** Free of links, in the spelling of the disk. */
async function realPathOf(root: string, path: string): Promise<string> {
  try {
    return await realpath(join(root, ...path.split('/')));
  } catch (error) {
    // Names in ASCII have one spelling.
    if (!/[^\0-\x7f]/.test(path)) throw error;
    return realpath(join(root, ...(await nameOnDisk(root, path)).split('/')));
  }
}

/**
 * The names in the folder of a file, for suggestions.
 *
 * @param root the real path of the manuscript folder
 * @param path a file relative to it
 */
export async function siblingsOf(root: string, path: string): Promise<string[]> {
  if (!staysInside(path)) return [];
  try {
    return (await readdir(join(root, await nameOnDisk(root, dirname(path))))).toSorted();
  } catch {
    return [];
  }
}

/** Whether the file was swapped for another between the check and the opening; Linux can tell. */
async function wasExchanged(handle: FileHandle, target: string): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  try {
    return (await readlink(`/proc/self/fd/${handle.fd}`)) !== target;
  } catch {
    return false;
  }
}

function faultOf(error: unknown): ReadFault {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return 'missing';
  if (code === 'ENXIO' || code === 'EISDIR') return 'not-a-file';
  if (code === 'EACCES' || code === 'EPERM' || code === 'ELOOP') return 'denied';
  // The fault is that of the machine: too many open files, a disk that cannot be read.
  throw error;
}
