import { createHash } from 'node:crypto';
import { join } from 'node:path';
import {
  checksumsName,
  checksumsOf,
  largestManifest,
  manifestName,
  parseManifest,
} from '../book/manifest.ts';
import { hashRegular, readRegular } from './read-regular.ts';

/**
 * The files of the release in a folder that are as they were released, by name with their SHA-256.
 * Nothing else in the folder is ours: not what a manifest of another tool lists, not a file of this
 * name that somebody has changed since.
 */
export async function earlierRelease(folder: string): Promise<ReadonlyMap<string, string>> {
  const bytes = await readRegular(join(folder, manifestName), largestManifest);
  const manifest = bytes && parseManifest(bytes);
  if (bytes === undefined || manifest === undefined) return new Map();
  const itself = { path: manifestName, sha256: hashOf(bytes) };
  const sums = await readRegular(join(folder, checksumsName), largestManifest);
  const stated = sums && Buffer.from(sums).toString('utf8');
  const files: Array<{ readonly path: string; readonly sha256: string }> = [...manifest.artifacts];
  // Checksums that do not know this manifest tell that it has been changed.
  if (stated === undefined || stated.includes(checksumsOf([itself]))) files.push(itself);
  if (stated === checksumsOf([...manifest.artifacts, itself]))
    files.push({ path: checksumsName, sha256: hashOf(Buffer.from(stated)) });
  const hashes = await Promise.all(
    files.map(async ({ path, sha256 }) =>
      (await hashRegular(join(folder, path))) === sha256 ? [[path, sha256] as const] : [],
    ),
  );
  return new Map(hashes.flat());
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
