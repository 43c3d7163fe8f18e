/** Bytes in memory, or, where all of a book would fill it, on disk. */
export type Bytes = Uint8Array | StoredBytes;

/** A file that holds some bytes, as it was when they were first read or written. */
export interface StoredBytes {
  /** Absolute, free of links. */
  readonly file: string;
  /** How many they are. */
  readonly length: number;
  /** Of them all, lower-case hexadecimal. */
  readonly sha256: string;
}

/** Whether bytes are on disk. */
export function isStored(bytes: Bytes): bytes is StoredBytes {
  return !(bytes instanceof Uint8Array);
}
