import type { FileHandle } from 'node:fs/promises';
import { viewOf, latin1 } from '../files/bytes.ts';
import type { Box } from '../audio/mpeg4-boxes.ts';
import type { Stretch } from '../audio/mpeg4-samples.ts';
import { withoutUserData } from './user-data.ts';

/** What is read of a film at a time, in bytes. */
const part = 1 << 20;

/** Longer units are pictures. */
const longestRemarks = 1 << 16;

/**
 * What stands among the pictures of a track and is none: each with the bytes that take its place.
 *
 * ISO/IEC 14496-15, 5.3.
 *
 * @param samples the pictures in the order of the file
 * @param lengthSize how many bytes the length of each unit takes
 */
export async function* changedPictures(
  file: FileHandle,
  samples: Iterable<Stretch>,
  lengthSize: number,
): AsyncGenerator<Stretch & { readonly bytes: Uint8Array }> {
  const window = new Window(file);
  for (const { start, end } of samples) {
    for (let at = start; at + lengthSize < end;) {
      const head = await window.read(at, at + lengthSize + 1);
      const first = at + lengthSize;
      const length = lengthIn(head, lengthSize);
      const next = first + length;
      // Nothing shows a picture whose parts do not fit.
      if (length === 0 || next > end) break;
      if (((head[lengthSize] ?? 0) & 31) === 6 && length <= longestRemarks) {
        const bytes = withoutUserData(await window.read(first, next));
        if (bytes !== undefined) yield { start: first, end: next, bytes };
      }
      at = next;
    }
  }
}

function lengthIn(head: Uint8Array, size: number): number {
  return head.subarray(0, size).reduce((sum, byte) => sum * 256 + byte, 0);
}

/** How many bytes the length of a unit takes in a track of H.264; undefined where its description does not say. */
export function lengthSizeIn(bytes: Uint8Array, boxes: ReadonlyArray<Box>): number | undefined {
  const described = boxes.find(({ type }) => type === 'stsd');
  if (described === undefined) return undefined;
  const view = viewOf(bytes);
  // Behind the head of the table, and of its first entry, and what that says of any picture.
  for (let at = described.content + 8 + 86; at + 13 <= described.end; at += Math.max(view.getUint32(at), 8))
    if (latin1(bytes, at + 4, at + 8) === 'avcC') return ((bytes[at + 12] ?? 0) & 3) + 1;
  return undefined;
}

/** A file that is read from its beginning to its end, with few requests. */
class Window {
  readonly #file: FileHandle;
  #start = 0;
  #bytes: Uint8Array = new Uint8Array();

  constructor(file: FileHandle) {
    this.#file = file;
  }

  /** @returns fewer bytes where the file has become shorter */
  async read(start: number, end: number): Promise<Uint8Array> {
    if (start < this.#start || end > this.#start + this.#bytes.length) {
      const buffer = Buffer.alloc(Math.max(part, end - start));
      const { bytesRead } = await this.#file.read(buffer, 0, buffer.length, start);
      this.#bytes = buffer.subarray(0, bytesRead);
      this.#start = start;
    }
    return this.#bytes.subarray(start - this.#start, end - this.#start);
  }
}
