import type { FileHandle } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Bytes } from '../../book/bytes.ts';
import { ByteSink } from '../../machine/bytes/byte-sink.ts';
import { latin1 } from '../files/bytes.ts';
import { corrupt, type ImageFault } from '../images/image-fault.ts';
import { cleanVideo, foreignFilm, type Change } from './clean-video.ts';

/** A film as e-books carry it, or why they cannot. */
export type ReadVideo =
  | {
      readonly mediaType: string;
      readonly bytes: Bytes;
      readonly hadPlace: boolean;
      readonly fault?: never;
    }
  | { readonly fault: ImageFault };

/** What is read and written at a time, in bytes. */
const part = 1 << 20;

/**
 * A film without names, places and times. It is copied, one part after the other, and never in memory as a whole.
 *
 * @param path the file, for its ending
 * @param file open for reading
 * @param size its length in bytes
 * @param scratch the folder for the copy; without one it stays in memory
 * @throws EnvironmentError where the copy cannot be written
 */
export async function readVideo(
  path: string,
  file: FileHandle,
  size: number,
  scratch: string | undefined,
): Promise<ReadVideo> {
  const head = Buffer.alloc(Math.min(size, 16));
  await file.read(head, 0, head.length, 0);
  const fault = formatFault(path, head);
  if (fault !== undefined) return { fault };
  const clean = await cleanVideo(file, size);
  if (clean.fault !== undefined) return clean;
  const sink = new ByteSink(scratch);
  let next = 0;
  for (let at = 0; at < size; at += part) {
    const end = Math.min(size, at + part);
    while ((clean.changes[next]?.end ?? Infinity) <= at) next += 1;
    const here: Change[] = [];
    for (let index = next; (clean.changes[index]?.start ?? Infinity) < end; index++)
      here.push(clean.changes[index] as Change);
    await sink.add(await changed(file, at, end, here));
  }
  return { mediaType: 'video/mp4', bytes: await sink.end(), hadPlace: clean.hadPlace };
}

function formatFault(path: string, head: Uint8Array): ImageFault | undefined {
  if (head.length === 0) return corrupt('is empty');
  if (latin1(head, 4, 8) !== 'ftyp') return foreignFilm('is no film in MPEG-4');
  if (latin1(head, 8, 12) === 'qt  ') return foreignFilm('is a film of QuickTime, which few e-readers play');
  if (!['.mp4', '.m4v'].includes(extname(path).toLowerCase()))
    return foreignFilm(
      'is in the format MPEG-4, not in the one its name says',
      'Rename the file so that it ends in .mp4.',
    );
  return undefined;
}

/** A stretch of the file with what is to change in it. */
async function changed(
  file: FileHandle,
  start: number,
  end: number,
  changes: ReadonlyArray<Change>,
): Promise<Uint8Array> {
  const bytes = Buffer.alloc(end - start);
  const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
  for (const change of changes) {
    const [from, to] = [Math.max(change.start, start), Math.min(change.end, end)];
    if (from >= to) continue;
    const there = bytes.subarray(from - start, to - start);
    if (change.bytes === undefined) there.fill(0);
    else there.set(change.bytes.subarray(from - change.start, to - change.start));
  }
  return bytes.subarray(0, bytesRead);
}
