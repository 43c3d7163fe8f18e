import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { isStored, type Bytes, type StoredBytes } from '../../book/bytes.ts';
import { EnvironmentError } from '../../book/errors.ts';

/**
 * All of some bytes; those on disk are read anew each time, so that they can be let go.
 *
 * @throws EnvironmentError where the file is no longer what it was
 */
export async function readBytes(bytes: Bytes): Promise<Uint8Array> {
  if (!isStored(bytes)) return bytes;
  const all = Buffer.allocUnsafeSlow(bytes.length);
  let filled = 0;
  for await (const part of readParts(bytes, all)) filled += part.length;
  return all.subarray(0, filled);
}

/**
 * The same without waiting, for those who write a file in one go.
 *
 * @throws EnvironmentError where the file is no longer what it was
 */
export function readBytesAtOnce(bytes: StoredBytes): Uint8Array {
  const file = openedAtOnce(bytes);
  try {
    const all = Buffer.allocUnsafeSlow(bytes.length);
    let filled = 0;
    for (let read = -1; filled < all.length && read !== 0; filled += read)
      read = readSync(file, all, filled, all.length - filled, filled);
    if (filled < all.length || createHash('sha256').update(all).digest('hex') !== bytes.sha256)
      throw changed(bytes);
    return all;
  } finally {
    closeSync(file);
  }
}

/**
 * The first bytes of a file, or all, where there are fewer; whether they are what they were is not told.
 *
 * @param length how many
 * @throws EnvironmentError where the file is not there any more, or is of another length
 */
export async function readHead(bytes: StoredBytes, length: number): Promise<Buffer> {
  const handle = await opened(bytes);
  try {
    const head = Buffer.allocUnsafe(Math.min(length, bytes.length));
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** What is read at a time where not all of a file is wanted at once, in bytes. */
const partLength = 1 << 20;

/**
 * Some bytes one part after the other. Each part is good until the next is asked for.
 *
 * @param room where to read them to; by default one part after the other to the same place
 * @throws EnvironmentError where the file is no longer what it was, at the latest behind the last part
 */
export async function* readParts(bytes: Bytes, room?: Uint8Array): AsyncGenerator<Uint8Array> {
  if (!isStored(bytes)) {
    yield bytes;
    return;
  }
  const hash = createHash('sha256');
  const handle = await opened(bytes);
  try {
    const part = room ?? Buffer.allocUnsafeSlow(Math.min(partLength, bytes.length));
    for (let at = 0; at < bytes.length;) {
      const start = room === undefined ? 0 : at;
      const { bytesRead } = await handle.read(
        part,
        start,
        Math.min(part.length - start, bytes.length - at),
        at,
      );
      if (bytesRead === 0) throw changed(bytes);
      const read = part.subarray(start, start + bytesRead);
      hash.update(read);
      yield read;
      at += bytesRead;
    }
    if (hash.digest('hex') !== bytes.sha256) throw changed(bytes);
  } finally {
    await handle.close();
  }
}

/** Whatever has come into its place: no link is followed, and no pipe is waited for. */
const asItIs = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

async function opened(bytes: StoredBytes): Promise<FileHandle> {
  const handle = await open(bytes.file, asItIs).catch((error: unknown) => {
    throw changed(bytes, error);
  });
  const stat = await handle.stat();
  if (stat.isFile() && stat.size === bytes.length) return handle;
  await handle.close();
  throw changed(bytes);
}

function openedAtOnce(bytes: StoredBytes): number {
  let file: number;
  try {
    file = openSync(bytes.file, asItIs);
  } catch (error) {
    throw changed(bytes, error);
  }
  const stat = fstatSync(file);
  if (stat.isFile() && stat.size === bytes.length) return file;
  closeSync(file);
  throw changed(bytes);
}

function changed({ file }: StoredBytes, cause?: unknown): EnvironmentError {
  return new EnvironmentError(
    `${file} was changed or removed while the book was being built`,
    'Build again when nothing else writes to the folder.',
    { cause },
  );
}
