import type { Stats } from 'node:fs';

/** Whether a file or folder belongs to this user and nobody else can write to it. */
export function isOwn({ uid, mode }: Pick<Stats, 'uid' | 'mode'>): boolean {
  // Windows knows no such owners and modes.
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}
