import { createHash, randomUUID } from 'node:crypto';
import { lstat, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bytes } from '../../book/bytes.ts';
import { EnvironmentError } from '../../book/errors.ts';

/** What is kept in memory of one file: more than most books come to. */
const mostInMemory = 16 << 20;

/** What is gathered before it is written, in bytes. */
const leastWritten = 4 << 20;

/** Takes the bytes of a file one part after the other, into memory, or, where they become many, to disk. */
export class ByteSink {
  readonly #scratch: string | undefined;
  readonly #most: number;
  #parts: Uint8Array[] = [];
  /** Bytes in the parts. */
  #held = 0;
  #length = 0;
  #file: string | undefined;
  readonly #hash = createHash('sha256');

  /**
   * @param scratch the folder for what would fill the memory; without one all stays in memory
   * @param most bytes kept in memory
   */
  constructor(scratch: string | undefined, most = mostInMemory) {
    this.#scratch = scratch;
    this.#most = most;
  }

  /** How many bytes there are so far. */
  get length(): number {
    return this.#length;
  }

  /**
   * Adds a part, which must stay as it is.
   *
   * @throws EnvironmentError where it cannot be written
   */
  async add(part: Uint8Array): Promise<void> {
    this.#parts.push(part);
    this.#held += part.length;
    this.#length += part.length;
    if (this.#scratch === undefined) return;
    if (this.#held > (this.#file === undefined ? this.#most : leastWritten)) await this.#write(this.#scratch);
  }

  /**
   * All that was added; the sink takes no more.
   *
   * @throws EnvironmentError where it cannot be written
   */
  async end(): Promise<Bytes> {
    if (this.#file === undefined || this.#scratch === undefined)
      return this.#parts.length === 1 ? this.#parts[0]! : Buffer.concat(this.#parts, this.#length);
    await this.#write(this.#scratch);
    return { file: this.#file, length: this.#length, sha256: this.#hash.digest('hex') };
  }

  async #write(scratch: string): Promise<void> {
    try {
      this.#file ??= await newFileIn(scratch);
      // Nothing is left open where a build breaks off.
      const handle = await open(this.#file, 'a');
      try {
        for (const part of this.#parts) {
          this.#hash.update(part);
          await handle.writeFile(part);
        }
      } finally {
        await handle.close();
      }
    } catch (error) {
      throw new EnvironmentError(
        `What is too large for the memory could not be written to ${scratch}: ${error instanceof Error ? error.message : String(error)}`,
        'Make room there, or set TMPDIR to a folder on a disk with more.',
        { cause: error },
      );
    }
    this.#parts = [];
    this.#held = 0;
  }
}

/** The path of a new file in a folder that only this user can enter, which is made where it is missing. */
async function newFileIn(scratch: string): Promise<string> {
  try {
    await mkdir(scratch, { mode: 0o700 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const { uid, mode } = await lstat(scratch);
  if (process.getuid !== undefined && (uid !== process.getuid() || (mode & 0o077) !== 0))
    throw new Error('somebody else has made a folder of this name');
  const path = join(scratch, randomUUID());
  await (await open(path, 'wx', 0o600)).close();
  return path;
}
