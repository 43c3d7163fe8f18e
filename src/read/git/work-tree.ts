import { realpath } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { readSafely } from '../files/safe-file.ts';

const largestPointer = 4 << 10;
const largestPackedRefs = 16 << 20;

/** The work tree of Git that a folder lies in, and what is checked out there. */
export interface WorkTree {
  /** Its uppermost folder. */
  readonly top: string;
  /** The Git folder of its own. */
  readonly own: string;
  /** The Git folder it shares with linked work trees: where objects and branches are. */
  readonly shared: string;
  /** The commit that is checked out, 40 or 64 hexadecimal digits. */
  readonly commit: string;
}

/**
 * The nearest work tree around a folder, read from its files: no program is run, and of its settings, which
 * name programs, nothing is looked at; undefined where there is none, or no commit in it.
 *
 * @param folder the real path of a folder, in the work tree or at its top
 */
export async function workTreeOf(folder: string): Promise<WorkTree | undefined> {
  const found = await gitFolderOf(folder);
  if (found === undefined) return undefined;
  const { own } = found;
  const common = await lineOf(own, 'commondir');
  const shared = common === undefined ? own : await realFolder(resolve(own, common));
  if (shared === undefined) return undefined;
  const head = await lineOf(own, 'HEAD');
  const branch = /^ref: (refs\/[^\s\\]+)$/.exec(head ?? '')?.[1];
  const commit = branch === undefined ? head : await commitOf(own, shared, branch);
  if (commit === undefined || !/^[\da-f]{40}(?:[\da-f]{24})?$/.test(commit)) return undefined;
  return { ...found, shared, commit };
}

/** The folder with `.git` in it, and the Git folder; a linked work tree only names its own. */
async function gitFolderOf(
  folder: string,
): Promise<{ readonly top: string; readonly own: string } | undefined> {
  for (let top = folder; ; top = dirname(top)) {
    const { bytes, fault } = await readSafely(top, '.git', largestPointer);
    const isFolder = fault === 'not-a-file';
    if (isFolder || bytes !== undefined) {
      const target = isFolder ? '.git' : /^gitdir: (.+)$/m.exec(Buffer.from(bytes ?? []).toString())?.[1];
      const own = target === undefined ? undefined : await realFolder(resolve(top, target.trim()));
      return own === undefined ? undefined : { top, own };
    }
    if (fault !== 'missing' || dirname(top) === top) return undefined;
  }
}

/** The commit of a branch: linked work trees share their branches. */
async function commitOf(own: string, shared: string, branch: string): Promise<string | undefined> {
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
