import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { checksumsName, fileName, largestManifest, sha256 } from '../book/manifest.ts';
import { hashRegular, readRegular } from './read-regular.ts';

/** The files by which a list of checksums is known to be that of a site. */
const known = ['index.html', 'site.js', 'search-index.js'];

/**
 * The files of the site in a folder that are as they were written, by name with their SHA-256. Nothing else in the folder
 * is ours.
 */
export async function earlierSite(folder: string): Promise<ReadonlyMap<string, string>> {
  const bytes = await readRegular(join(folder, checksumsName), largestManifest);
  const lines = bytes === undefined ? [] : Buffer.from(bytes).toString('utf8').split('\n');
  const stated = new Map(
    lines.flatMap((line) => {
      const [hash = '', name = ''] = line.split('  ', 2);
      const isEntry = sha256.safeParse(hash).success && fileName.safeParse(name).success;
      return isEntry ? [[name, hash] as const] : [];
    }),
  );
  if (bytes === undefined || !known.every((name) => stated.has(name))) return new Map();
  const unchanged = new Map<string, string>();
  for (const [name, hash] of stated)
    if ((await hashRegular(join(folder, name))) === hash) unchanged.set(name, hash);
  return unchanged.set(checksumsName, createHash('sha256').update(bytes).digest('hex'));
}
