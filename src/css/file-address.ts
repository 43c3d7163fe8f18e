import { posix } from 'node:path';
import { percentDecoded } from '../book/addresses/percent-decoded.ts';

/** A relative address, parted. */
export interface FileAddress {
  /** Percent-decoded, in its shortest spelling. */
  readonly path: string;
  /** The part of the file that is meant, with its `#` and as written; empty for the whole. */
  readonly fragment: string;
}

/**
 * What an address in the author's stylesheet names; a query names nothing in a folder. Whether the
 * path stays inside the folder is for its reader to judge.
 *
 * @param address as {@link cssReferences} gives it
 */
export function fileAddress(address: string): FileAddress {
  const [, stem = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/s.exec(address) ?? [];
  return { path: posix.normalize(percentDecoded(stem).normalize('NFC')), fragment };
}
