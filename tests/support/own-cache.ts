import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** A cache folder for some builds alone, so that what others leave or do is not taken for theirs. */
export interface OwnCache {
  /** For `XDG_CACHE_HOME`. */
  readonly home: string;
  /** Names of what builds have there only while they run. */
  readonly passing: () => Promise<string[]>;
  /** Ids of the browsers that run on a profile in it. */
  readonly browsers: () => string[];
}

/** @param home a path where nothing is yet */
export async function ownCache(home: string): Promise<OwnCache> {
  const cache = join(home, 'colophon');
  await mkdir(cache, { recursive: true, mode: 0o700 });
  // The browser that is there already, as a cache that was saved and brought back.
  const unpacked = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'colophon');
  for (const name of await readdir(unpacked).catch(() => []))
    if (name.startsWith('chromium-')) await cp(join(unpacked, name), join(cache, name), { recursive: true });
  return {
    home,
    passing: async () =>
      (await readdir(cache, { recursive: true })).filter((path) =>
        /^(?:browser-|unpack-)[^/\\]*$|(?:^|[/\\])draft-[^/\\]*$/.test(path),
      ),
    browsers: () => browsersIn(home),
  };
}

function browsersIn(home: string): string[] {
  if (!existsSync('/proc')) return [];
  return readdirSync('/proc').filter((pid) => {
    try {
      return (
        /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`user-data-dir=${home}`)
      );
    } catch {
      return false;
    }
  });
}
