import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from '../../machine/at-exit.ts';
import { readParts } from '../../machine/bytes/read-bytes.ts';
import { ownFolder, sweepFolders } from '../../machine/own-folder.ts';
import type { Bytes } from '../../book/bytes.ts';

/**
 * Has another program look at an EPUB, in a folder that is there for that alone.
 *
 * @param file the name under which the EPUB lies in the folder
 * @param prefix what the names of such folders begin with
 * @param work with the path of the folder; the signal comes when the process is stopped
 */
export async function lookAt<Report>(
  epub: Bytes,
  file: string,
  prefix: string,
  work: (folder: string, signal: AbortSignal) => Promise<Report>,
): Promise<Report> {
  await sweepFolders(tmpdir(), prefix);
  const folder = await ownFolder(tmpdir(), prefix);
  const stopping = new AbortController();
  const forget = atExit(() => stopping.abort());
  try {
    await writeFile(join(folder.path, file), readParts(epub));
    return await work(folder.path, stopping.signal);
  } finally {
    forget();
    await folder.remove();
  }
}
