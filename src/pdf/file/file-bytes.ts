import { closeSync, openSync, readSync } from 'node:fs';
import { isStored, type Bytes } from '../../book/bytes.ts';
import { FileError } from './file-error.ts';

/** What is read of a file on disk at a time, and kept: objects are read as they refer to each other, not in order. */
const stretchLength = 1 << 18;

/** What a stretch has beyond that, so that objects that begin at its end are whole: most are shorter. */
const overlap = 1 << 16;

/** So many stretches are kept, those that were asked for last: some 10 MB. */
const mostKept = 32;

/** What must be left of a stretch behind an object for it to be whole: the keyword behind it. */
const reserve = 16;

/** Something that was read, and where it ends in the stretch it was read from. */
export interface ReadObject<Value> {
  readonly value: Value;
  readonly end: number;
}

/** Some of the bytes, and where they begin. */
interface Stretch {
  readonly bytes: Uint8Array;
  readonly start: number;
}

/** The bytes of a PDF, read where they are wanted: a book of photographs would fill the memory. */
export class FileBytes {
  readonly #bytes: Bytes;
  /** What was read from disk, by its order in the file; what was asked for last comes last. */
  readonly #stretches = new Map<number, Stretch>();

  constructor(bytes: Bytes) {
    this.#bytes = bytes;
  }

  get length(): number {
    return this.#bytes.length;
  }

  /** Whether they lie on disk: what is read of them can be read again. */
  get isStored(): boolean {
    return isStored(this.#bytes);
  }

  /** Those from an offset up to another; fewer where the file ends. */
  part(start: number, end: number): Uint8Array {
    const bytes = this.#bytes;
    return isStored(bytes)
      ? readPart(bytes.file, start, Math.min(end, bytes.length))
      : bytes.subarray(start, end);
  }

  /**
   * Reads what stands at an offset.
   *
   * @param read gets bytes that reach beyond it, and where it begins in them; it is called again with more
   * where it did not end in them, or found it cut off
   */
  at<Value>(offset: number, read: (bytes: Uint8Array, at: number) => ReadObject<Value>): Value {
    if (!isStored(this.#bytes)) return read(this.#bytes, offset).value;
    for (let wanted = reserve; ;) {
      const { bytes, start } = this.#around(offset, wanted);
      const isRest = Math.max(offset, start + bytes.length) >= this.length;
      try {
        const { value, end } = read(bytes, offset - start);
        if (isRest || end + reserve <= bytes.length) return value;
      } catch (error) {
        if (isRest || !(error instanceof FileError)) throw error;
      }
      wanted = Math.max(2 * (start + bytes.length - offset), overlap);
    }
  }

  /** A stretch that reaches so far beyond an offset, if the file does. */
  #around(offset: number, wanted: number): Stretch {
    const order = Math.floor(offset / stretchLength);
    const start = order * stretchLength;
    const end = start + stretchLength + overlap;
    // What is longer than most is read for itself.
    if (offset + wanted > end) return { bytes: this.part(offset, offset + wanted), start: offset };
    const stretch = this.#stretches.get(order) ?? { bytes: this.part(start, end), start };
    this.#stretches.delete(order);
    this.#stretches.set(order, stretch);
    if (this.#stretches.size > mostKept) this.#stretches.delete(this.#stretches.keys().next().value!);
    return stretch;
  }
}

/** Opened for each part, so that nothing is left open. */
function readPart(path: string, start: number, end: number): Uint8Array {
  const part = Buffer.allocUnsafeSlow(Math.max(0, end - start));
  const file = openSync(path, 'r');
  try {
    let filled = 0;
    while (filled < part.length) {
      const read = readSync(file, part, filled, part.length - filled, start + filled);
      if (read === 0) throw new FileError('The file is cut off');
      filled += read;
    }
    return part;
  } finally {
    closeSync(file);
  }
}
