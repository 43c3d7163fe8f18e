import { isStored, type Bytes } from '../../src/book/bytes.ts';

/** Bytes in memory, as those of all small files are. */
export function held(bytes: Bytes | undefined): Uint8Array {
  if (bytes === undefined || isStored(bytes)) throw new Error('There are none, or they lie on disk');
  return bytes;
}
