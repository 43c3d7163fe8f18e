import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { UsageError } from '../book/errors.ts';
import { readAtMost } from '../machine/bytes/read-at-most.ts';

/** More than any manuscript has, in bytes. */
const largestDocument = 512 * 2 ** 20;

/** What a picture may have, as in a manuscript. */
const largestPicture = 64 * 2 ** 20;

/**
 * The bytes of the document that a book is made from.
 *
 * @param most bytes of a document of its kind
 * @throws {UsageError} where it is no file, or too large
 */
export async function documentBytes(path: string, most: number = largestDocument): Promise<Uint8Array> {
  const bytes = await regularFile(await realpath(path), most);
  if (bytes === 'larger') throw new UsageError(`${path} is larger than ${most / 2 ** 20} MB: divide it`);
  if (bytes === undefined) throw new UsageError(`${path} is no file`);
  return bytes;
}

/**
 * The bytes of a file in a folder; undefined where there is none of this name, or what has it is a link out of the
 * folder, a pipe or a device, or larger than a picture may be.
 *
 * @param path relative to the folder
 */
export async function bytesIn(folder: string, path: string): Promise<Uint8Array | undefined> {
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, path));
    if (!file.startsWith(root.endsWith(sep) ? root : root + sep)) return undefined;
    const bytes = await regularFile(file, largestPicture);
    return bytes === 'larger' ? undefined : bytes;
  } catch {
    return undefined;
  }
}

/** @param path free of links */
async function regularFile(path: string, most: number): Promise<Uint8Array | 'larger' | undefined> {
  // A pipe without a writer would block for ever.
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) return undefined;
    return stat.size > most ? 'larger' : await readAtMost(handle, stat.size);
  } finally {
    await handle.close();
  }
}
