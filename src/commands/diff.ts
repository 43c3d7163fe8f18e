import { changesOf, type ReleaseChanges } from '../compare/changes.ts';
import { openRelease } from './open-release.ts';

/**
 * What has changed from one release of a book to another.
 *
 * @param old the folder of a release, a ZIP archive of one, or its `release.json`
 * @param next the newer one
 * @throws UsageError where there is no such file, or no release in it that tells of its contents
 * @throws EnvironmentError where it cannot be read
 */
export async function diff(old: string, next: string): Promise<ReleaseChanges> {
  const [before, after] = await Promise.all([openRelease(old), openRelease(next)]);
  return changesOf(before, after);
}
