import { createHash } from 'node:crypto';
import { isStored, type Bytes } from '../../book/bytes.ts';

/** A file in memory; one that is larger than any of its kind is none. */
export function heldOf(bytes: Bytes | undefined): Uint8Array | undefined {
  return bytes === undefined || isStored(bytes) ? undefined : bytes;
}

/** The SHA-256 of a file, in lower-case hexadecimal. */
export function hashOf(bytes: Bytes): string {
  return isStored(bytes) ? bytes.sha256 : createHash('sha256').update(bytes).digest('hex');
}
