import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { isOwn } from './own-file.ts';

/*
 * A shelf as a file: the digest of all that follows, the number of entries, for each its key and how many
 * bytes it has, and the bytes of all, one behind the other. Numbers have four bytes, the lowest first.
 */
const digestLength = 32;
const keyLength = 32;
const numberLength = 4;

/** What is kept, by the hexadecimal digits of its key. */
export type Entries = ReadonlyMap<string, Uint8Array>;

/**
 * The entries of a file; none where there is no such file, where another user could have written it, or
 * where it is not whole.
 *
 * @param path of the file
 */
export function readShelf(path: string): Entries {
  try {
    return entriesIn(readOwn(path));
  } catch {
    return new Map();
  }
}

function readOwn(path: string): Buffer {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const found = fstatSync(file);
    if (!found.isFile() || !isOwn(found)) throw new Error('Somebody else can write to it');
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

function entriesIn(file: Buffer): Entries {
  const content = file.subarray(digestLength);
  if (!digestOf([content]).equals(file.subarray(0, digestLength))) throw new Error('It is not whole');
  const count = content.readUInt32LE(0);
  const list = numberLength;
  let start = list + count * (keyLength + numberLength);
  const entries = new Map<string, Uint8Array>();
  for (let index = 0; index < count; index += 1) {
    const at = list + index * (keyLength + numberLength);
    const length = content.readUInt32LE(at + keyLength);
    entries.set(content.toString('hex', at, at + keyLength), content.subarray(start, start + length));
    start += length;
  }
  return entries;
}

/** The pieces of a file with these entries, in order. */
export function shelfFile(entries: Entries): Uint8Array[] {
  const head = Buffer.alloc(numberLength + entries.size * (keyLength + numberLength));
  head.writeUInt32LE(entries.size, 0);
  let at = numberLength;
  for (const [key, bytes] of entries) {
    head.write(key, at, 'hex');
    head.writeUInt32LE(bytes.length, at + keyLength);
    at += keyLength + numberLength;
  }
  const content = [head, ...entries.values()];
  return [digestOf(content), ...content];
}

function digestOf(pieces: ReadonlyArray<Uint8Array>): Buffer {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest();
}
