import { posix } from 'node:path';

/**
 * A path relative to the manuscript folder in its shortest spelling. One that leads outside
 * stays so: reading it is what refuses it.
 *
 * @param written with forward slashes
 */
export function parsePath(written: string): string {
  return posix.normalize(written);
}
