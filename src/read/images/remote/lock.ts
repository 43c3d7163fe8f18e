import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { replaceFile } from '../../../machine/replace-file.ts';
import { readSafely } from '../../files/safe-file.ts';

/** The folder for images from the network, in that of the manuscript. */
export const remoteFolder = 'remote-images';
export const lockFile = `${remoteFolder}/lock.json`;

/** What is known of an image that was fetched. */
export interface Locked {
  /** Its name in the folder. */
  readonly file: string;
  readonly sha256: string;
}

/** Fetched images by their addresses. */
export type Lock = ReadonlyMap<string, Locked>;

const schema = z.object({
  images: z.record(
    z.string(),
    z.object({
      file: z.string().regex(/^[0-9a-f]{16}\.[a-z]+$/),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});

/**
 * The lock file of a manuscript; undefined where it is there and cannot be read.
 *
 * @param root the real path of the manuscript folder
 */
export async function readLock(root: string): Promise<Lock | undefined> {
  const { bytes, fault } = await readSafely(root, lockFile, 16_000_000);
  if (fault === 'missing') return new Map();
  if (bytes === undefined) return undefined;
  try {
    const { images } = schema.parse(JSON.parse(new TextDecoder().decode(bytes)));
    return new Map(Object.entries(images));
  } catch {
    return undefined;
  }
}

/** Writes the lock file, its addresses in order, so that the same images make the same file. */
export async function writeLock(root: string, lock: Lock): Promise<void> {
  const addresses = [...lock.keys()].toSorted();
  const images = Object.fromEntries(addresses.map((address) => [address, lock.get(address)]));
  await writeInside(root, lockFile, `${JSON.stringify({ images }, undefined, 2)}\n`);
}

/** Writes a file of the folder for images from the network. */
export async function writeInside(root: string, path: string, content: Uint8Array | string): Promise<void> {
  await mkdir(join(root, remoteFolder), { recursive: true });
  await replaceFile(join(root, path), content);
}
