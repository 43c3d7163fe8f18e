import { posix } from 'node:path';
import { onePathSpelling } from '../../book/addresses/file-path.ts';

/**
 * A path relative to the manuscript folder in its shortest spelling. One that leads outside
 * stays so: reading it is what refuses it.
 *
 * @param written as authors write it, not percent-encoded
 */
export function parsePath(written: string): string {
  return posix.normalize(onePathSpelling(written));
}
