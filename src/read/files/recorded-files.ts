import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';

/** The real paths of files that were read, with their SHA-256. */
export type RecordedFiles = ReadonlyMap<string, string>;

const recording = new AsyncLocalStorage<Map<string, string>>();

/**
 * Does some work, and notes the hash of every file of other people's that is read meanwhile for it.
 *
 * @param work is given what is noted, which grows as files are read
 */
export function recordingFiles<Result>(work: (files: RecordedFiles) => Promise<Result>): Promise<Result> {
  const files = new Map<string, string>();
  return recording.run(files, () => work(files));
}

/**
 * Notes a file that was read, where that is asked for.
 *
 * @param handle the open file: what is hashed is what was read, whatever has its name by now
 * @param path its real path
 */
export async function recordFile(handle: FileHandle, path: string): Promise<void> {
  const files = recording.getStore();
  if (files === undefined || files.has(path)) return;
  const hash = createHash('sha256');
  for await (const chunk of handle.createReadStream({ autoClose: false, start: 0 }))
    hash.update(chunk as Uint8Array);
  files.set(path, hash.digest('hex'));
}
