import { realpath } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { readSafely } from './safe-file.ts';

const largestPointer = 4 << 10;
const largestPackedRefs = 16 << 20;

/**
 * The revision of the source in a folder under Git: the first twelve digits of the commit that
 * is checked out, whatever has changed since; nothing where there is none.
 *
 * @param folder the real path of a folder, in the work tree or at its top
 */
export async function sourceRevision(folder: string): Promise<string | undefined> {
  const own = await gitFolderOf(folder);
  if (own === undefined) return undefined;
  const head = await lineOf(own, 'HEAD');
  const branch = /^ref: (refs\/[^\s\\]+)$/.exec(head ?? '')?.[1];
  const commit = branch === undefined ? head : await commitOf(own, branch);
  return /^[\da-f]{40}(?:[\da-f]{24})?$/.test(commit ?? '') ? commit?.slice(0, 12) : undefined;
}

/**
 * A revision as the colophon line gives it: twelve digits of a commit, anything else as it is.
 *
 * @param stated a commit, or the name of a version
 */
export function shortRevision(stated: string): string | undefined {
  const text = stated.trim();
  if (text === '') return undefined;
  return /^[\da-f]{12,64}$/i.test(text) ? text.slice(0, 12).toLowerCase() : text;
}

/** The Git folder of the nearest work tree around a folder; a linked work tree only names its own. */
async function gitFolderOf(folder: string): Promise<string | undefined> {
  for (let current = folder; ; current = dirname(current)) {
    const { bytes, fault } = await readSafely(current, '.git', largestPointer);
    if (fault === 'not-a-file') return realFolder(resolve(current, '.git'));
    if (bytes !== undefined) {
      const target = /^gitdir: (.+)$/m.exec(Buffer.from(bytes).toString())?.[1];
      return target === undefined ? undefined : realFolder(resolve(current, target.trim()));
    }
    if (fault !== 'missing' || dirname(current) === current) return undefined;
  }
}

/** The commit of a branch: linked work trees share their branches, in the folder they name. */
async function commitOf(own: string, branch: string): Promise<string | undefined> {
  const common = await lineOf(own, 'commondir');
  const shared = common === undefined ? own : await realFolder(resolve(own, common));
  if (shared === undefined) return undefined;
  const loose = (await lineOf(own, branch)) ?? (await lineOf(shared, branch));
  if (loose !== undefined) return loose;
  const { bytes } = await readSafely(shared, 'packed-refs', largestPackedRefs);
  if (bytes === undefined) return undefined;
  const packed = Buffer.from(bytes).toString().split('\n');
  return packed.find((line) => line.endsWith(` ${branch}`))?.split(' ')[0];
}

async function lineOf(folder: string, path: string): Promise<string | undefined> {
  const { bytes } = await readSafely(folder, path, largestPointer);
  return bytes === undefined ? undefined : Buffer.from(bytes).toString().trim();
}

async function realFolder(path: string): Promise<string | undefined> {
  try {
    return await realpath(path);
  } catch {
    return undefined;
  }
}
