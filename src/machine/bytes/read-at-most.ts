import type { FileHandle } from 'node:fs/promises';

/**
 * The first bytes of an open file. It may grow meanwhile, and files that a system makes up as they are read
 * have no size and no end.
 *
 * @param size the most, in bytes: what the file was found to have
 */
export async function readAtMost(handle: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let filled = 0;
  while (filled < size) {
    const { bytesRead } = await handle.read(bytes, filled, size - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
