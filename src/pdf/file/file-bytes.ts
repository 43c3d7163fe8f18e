import { closeSync, openSync, readSync } from 'node:fs';
import { isStored, type Bytes } from '../../book/bytes.ts';
import { FileError } from './file-error.ts';

/** What is read around an object on disk: most are shorter. */
const usualStretch = 1 << 16;

/** What must be left of a stretch behind an object for it to be whole: the keyword behind it. */
const reserve = 16;

/** Something that was read, and where it ends in the stretch it was read from. */
export interface ReadObject<Value> {
  readonly value: Value;
  readonly end: number;
}

/** The bytes of a PDF, read where they are wanted: a book of photographs would fill the memory. */
export class FileBytes {
  readonly #bytes: Bytes;
  /** What was read last from disk, and where it begins. */
  #stretch: { readonly bytes: Uint8Array; readonly start: number } | undefined;

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
    for (let wanted = reserve; ; wanted = Math.max(2 * wanted, usualStretch)) {
      const { bytes, start } = this.#around(offset, wanted);
      const isRest = Math.max(offset, start + bytes.length) >= this.length;
      try {
        const { value, end } = read(bytes, offset - start);
        if (isRest || end + reserve <= bytes.length) return value;
      } catch (error) {
        if (isRest || !(error instanceof FileError)) throw error;
      }
    }
  }

  /** A stretch that reaches so far beyond an offset, if the file does. */
  #around(offset: number, wanted: number): { readonly bytes: Uint8Array; readonly start: number } {
    const known = this.#stretch;
    const end = Math.min(offset + wanted, this.length);
    if (known !== undefined && known.start <= offset && end <= known.start + known.bytes.length) return known;
    const bytes = this.part(offset, offset + Math.max(wanted, usualStretch));
    this.#stretch = { bytes, start: offset };
    return this.#stretch;
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
