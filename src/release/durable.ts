import { open } from 'node:fs/promises';
import type { Bytes } from '../book/bytes.ts';
import { readParts } from '../machine/bytes/read-bytes.ts';

/**
 * Writes a new file so that it outlasts a loss of power.
 *
 * @throws EnvironmentError where bytes on disk are no longer what they were
 */
export async function writeDurably(path: string, bytes: Bytes): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    for await (const part of readParts(bytes)) await handle.writeFile(part);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the names in a folder outlast a loss of power; Windows and some network drives have no way to. */
export async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
