import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { fileName, largestManifest, sha256 } from '../book/manifest.ts';
import { readRegular } from './read-regular.ts';

const journalSchema = z.object({
  /** Files of the new release, and what stood in their places before. */
  puts: z.array(z.object({ path: fileName, sha256, earlier: sha256.optional() })),
  /** Files of the earlier release that the new one has not. */
  removes: z.array(z.object({ path: fileName, earlier: sha256 })),
});

/** What is to be done to a folder so that it holds the new release. */
export type Journal = z.infer<typeof journalSchema>;

/**
 * Where a release is made ready, inside the output folder: new files in `new`, the earlier ones in
 * `earlier`. As long as the journal is there, the folder may hold some of both.
 */
export const stagingPrefix = '.colophon-release-';
export const journalName = 'journal.json';

/** The journal of a staging folder; undefined where it has none that can be followed. */
export async function readJournal(staging: string): Promise<Journal | undefined> {
  const bytes = await readRegular(join(staging, journalName), largestManifest);
  try {
    return bytes && journalSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return undefined;
  }
}

/** Paths of the staging folders in a folder. */
export async function stagingFolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && new RegExp(`^${stagingPrefix}\\w{6}$`).test(entry.name))
    .map(({ name }) => join(folder, name))
    .toSorted();
}
