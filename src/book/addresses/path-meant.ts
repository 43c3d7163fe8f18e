import { posix } from 'node:path';
import type { VFile } from 'vfile';

/**
 * The path in the manuscript folder that an address means, seen from a file: pages of websites stand for their texts, and
 * GitHub takes `02-other.md/` for the file, too.
 *
 * @param address without fragment and query, decoded
 * @param from the file it stands in
 */
export function pathMeant(address: string, from: VFile): string {
  const path = posix.normalize(posix.join(posix.dirname(from.path ?? ''), address));
  return path.replace(/\/$/, '').replace(/\.x?html?$/, '.md');
}
