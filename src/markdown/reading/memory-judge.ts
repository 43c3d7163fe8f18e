import type { VFile } from 'vfile';
import { unitOf } from '../../book/limits.ts';
import { pointIn } from '../../book/messages/point-in.ts';
import { report } from '../../book/messages/messages.ts';
import { reckonedMemory, type TableSize } from './reckoned-memory.ts';

/**
 * Judges the sources of one book, one after the other, by the memory that all together take; the first place
 * beyond is reported.
 *
 * @param most what they may be reckoned to take, in bytes
 * @returns whether there is room for a text with such tables
 */
export function createMemoryJudge(most: number): (source: string, tables: TableSize, file: VFile) => boolean {
  let taken = 0;
  let isTold = false;
  return (source, tables, file) => {
    const { bytes, beyond } = reckonedMemory(source, tables, most - taken);
    taken += bytes;
    if (beyond === undefined) return true;
    // All that follows is beyond as well.
    if (!isTold) reportMemory(most, beyond, file);
    isTold = true;
    return false;
  };
}

function reportMemory(most: number, offset: number, file: VFile): void {
  const reason = `The text up to here takes more than ${most / unitOf('text-memory')} MB of memory, as it is reckoned`;
  const hint =
    'Divide the book, or give it more: --limit text-memory=6000, with NODE_OPTIONS=--max-old-space-size=8192.';
  report(file, 'too-dense', reason, pointIn(file, offset), { hint });
}
