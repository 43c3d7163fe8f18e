import { createHash } from 'node:crypto';
import { utimes } from 'node:fs/promises';
import { limits } from '../../book/limits.ts';
import type { Key, Shelf, Slot } from '../../book/shelf.ts';
import { replaceFile } from '../replace-file.ts';
import { readShelf, shelfFile, type Entries } from './shelf-file.ts';

/**
 * A shelf in a file. It holds what one build asked for: the next finds what has not changed since, and what
 * it does not ask for any more goes when it saves.
 */
export class FileShelf implements Shelf {
  readonly #path: string;
  #found: Entries | undefined;
  readonly #used = new Map<string, Uint8Array>();
  #isChanged = false;

  /** @param path of the file, read when something is first asked for */
  constructor(path: string) {
    this.#path = path;
  }

  /** The shelf in a file; undefined where nothing is kept. */
  static at(path: string | undefined): FileShelf | undefined {
    return path === undefined ? undefined : new FileShelf(path);
  }

  slot(key: Key): Slot {
    const name = nameOf(key);
    const bytes = this.#used.get(name) ?? this.load().get(name);
    if (bytes !== undefined) this.#used.set(name, bytes);
    return {
      bytes,
      fill: (pack) => {
        try {
          this.#used.set(name, pack());
          this.#isChanged = true;
        } catch {
          // What cannot be packed, for its depth or its size, is made again.
        }
      },
    };
  }

  /** Reads the file now: later it is there at once. */
  load(): Entries {
    this.#found ??= readShelf(this.#path);
    return this.#found;
  }

  /**
   * Writes the file anew, where anything is new. Without room for it, or where the folder has gone, the next
   * build finds less.
   */
  async save(): Promise<void> {
    if (this.#used.size === 0) return;
    try {
      const now = new Date();
      if (!this.#isChanged) return await utimes(this.#path, now, now);
      const pieces = shelfFile(this.#used);
      if (pieces.reduce((sum, { length }) => sum + length, 0) <= limits['cache-size'].most)
        await replaceFile(this.#path, pieces, { isLasting: false });
      this.#isChanged = false;
    } catch {
      // Nothing in the book depends on it.
    }
  }
}

/** Where one part of a key ends must not be open: "ab" and "c" are not "a" and "bc". */
function nameOf(key: Key): string {
  const hash = createHash('sha256');
  hash.update(key.map((part) => `${typeof part} ${part.length}`).join('\n'));
  for (const part of key)
    hash.update(typeof part === 'string' || part.length < large ? part : digestOf(part));
  return hash.digest('hex');
}

/** Bytes from which on a part of a key, such as a font, is worth remembering: it is part of many. */
const large = 1 << 16;

const digests = new WeakMap<Uint8Array, Uint8Array>();

function digestOf(bytes: Uint8Array): Uint8Array {
  const known = digests.get(bytes);
  if (known !== undefined) return known;
  const digest = createHash('sha256').update(bytes).digest();
  digests.set(bytes, digest);
  return digest;
}
