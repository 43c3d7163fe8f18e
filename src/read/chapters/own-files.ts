import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether files of a folder that are called as some of ours are ours: beside the book of another program without a
 * book.yaml they are something else.
 *
 * @param root the real path of the manuscript folder
 * @param isForeign whether the texts are those of another program
 */
export function areOurs(root: string, isForeign: boolean): boolean {
  return !isForeign || existsSync(join(root, 'book.yaml'));
}
