import { readdir, realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Bytes } from '../book/bytes.ts';
import { EnvironmentError, UsageError } from '../book/errors.ts';
import { checksumsName, manifestName } from '../book/manifest.ts';
import { namesStated } from '../preflight/release/read-release.ts';
import { hashRegular, readRegular } from '../release/read-regular.ts';

/** 2 GB, the most a file can have that is read at once. */
const largest = 2 ** 31 - 1;

/**
 * The files of a release; of all else in its folder nothing is opened that is not asked for.
 *
 * @param isWanted whether a file of this name counts that the release does not state
 */
export async function releaseFiles(
  folder: string,
  isWanted: (name: string) => boolean,
): Promise<Map<string, Bytes>> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile());
  const names = entries.map(({ name }) => name).toSorted();
  const stating = names.filter((name) => name === manifestName || name === checksumsName);
  const files = new Map<string, Bytes>();
  for (const name of stating) files.set(name, await readOrHash(resolve(folder, name)));
  const stated = namesStated(files);
  const judged = names.filter((name) => stated.has(name) || isWanted(name));
  for (const name of judged) if (!files.has(name)) files.set(name, await readOrHash(resolve(folder, name)));
  return files;
}

/** A file from this many bytes on is left on disk, if it can be judged there: those of photographs would fill the memory. */
const large = 64 << 20;

/** A file, or, of a large one, where it lies and its hash. */
async function readOrHash(file: string): Promise<Bytes> {
  const size = (await stat(file).catch(() => undefined))?.size ?? 0;
  const sha256 = size < large ? undefined : await hashRegular(file).catch(() => undefined);
  return sha256 === undefined ? readWhole(file) : { file, length: size, sha256 };
}

/**
 * A file as a whole.
 *
 * @throws UsageError where it is none, or too large
 * @throws EnvironmentError where it cannot be read
 */
export async function readWhole(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > largest) throw new UsageError(`${path} is larger than 2 GB`);
    const bytes = await readRegular(await realpath(path), largest);
    if (bytes === undefined) throw new UsageError(`${path} is neither a file nor a folder`);
    return bytes;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new EnvironmentError(`${path} cannot be read`, 'Check its permissions.');
  }
}
