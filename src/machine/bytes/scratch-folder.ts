import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isStored, type Bytes } from '../../book/bytes.ts';
import { atExit } from '../at-exit.ts';
import { sweepFolders } from '../own-folder.ts';
import { processMark } from '../process-mark.ts';

/** What the names of these folders begin with. */
const scratchPrefix = 'colophon-bytes-';

/** A folder for what would fill the memory. */
export interface ScratchFolder {
  /** It is made when it is first written to, and goes when the process ends. */
  readonly path: string;
  /** Removes all but some files; the folder too, where none is left. */
  readonly keepOnly: (kept: ReadonlyArray<Bytes>) => void;
}

/** A folder of this process for what would fill the memory: most books need none. */
export function scratchFolder(): ScratchFolder {
  const path = join(tmpdir(), `${scratchPrefix}${processMark()}.${randomUUID().slice(0, 6)}`);
  const remove = (): void => {
    // Where nothing was written, there need not even be a folder for temporary files.
    if (existsSync(path)) rmSync(path, { recursive: true, force: true });
  };
  const forget = atExit(remove);
  return {
    path,
    keepOnly: (kept) => {
      const files = new Set(kept.flatMap((bytes) => (isStored(bytes) ? [bytes.file] : [])));
      if (files.size === 0) {
        remove();
        forget();
        return;
      }
      for (const name of readdirSync(path))
        if (!files.has(join(path, name))) rmSync(join(path, name), { force: true });
    },
  };
}

/** Removes the folders that builds left behind when they were killed. */
export async function sweepScratch(): Promise<void> {
  await sweepFolders(tmpdir(), scratchPrefix);
}
