import { mkdir } from 'node:fs/promises';
import { homedir, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/**
 * The folder for what can be made again: the unpacked browser, dictionaries. It belongs to
 * the user (`$XDG_CACHE_HOME` or `~/.cache`), since others must not be able to put a browser there.
 */
export async function cacheFolder(): Promise<string> {
  const home = process.env['HOME'] ?? homedir();
  const base = process.env['XDG_CACHE_HOME'] || (home ? join(home, '.cache') : '');
  const wanted = base ? join(base, 'colophon') : '';
  if (wanted) {
    try {
      await mkdir(wanted, { recursive: true, mode: 0o700 });
      return wanted;
    } catch {
      // A home that cannot be written to, as in some CI images.
    }
  }
  const fallback = join(tmpdir(), `colophon-${userInfo().uid}`);
  await mkdir(fallback, { recursive: true, mode: 0o700 });
  return fallback;
}
