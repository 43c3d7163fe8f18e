import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lchown, lstat, readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { draftPrefix, replaceFile } from '../../../machine/replace-file.ts';

/**
 * SHA-256 by version of `@sparticuz/chromium`: of all the files it unpacks to, as {@link digestOf} has
 * it. The test of this file computes it from the package that the lockfile pins.
 */
const published: Readonly<Record<string, string>> = {
  '147.0.0': '4649ccacb88bb952a168b8405895905b59bbc0f68264b0e4eddc6cceb8a52090',
};

/** What was known of a folder when its files were hashed. */
interface Seal {
  readonly digest: string;
  readonly stamps: string;
}

/** What lies beside the files of the package: it comes later, and is no program. */
const additions = new RegExp(`^(?:hyphen-data|seal\\.json|${draftPrefix}.*)$`);
const sealName = 'seal.json';

/**
 * Whether a folder holds the browser of a version, and nothing else that could be started. All its files
 * are hashed once; as long as size, times and place of each on the disk stay the same, that holds.
 *
 * @param folder of the browser, which nobody else can write to
 */
export async function isGenuine(folder: string, version: string): Promise<boolean> {
  const kept = await readSeal(folder);
  const expected = published[version] ?? kept?.digest;
  const stamps = await stampsOf(folder).catch(() => undefined);
  if (expected === undefined || stamps === undefined) return false;
  if (kept?.digest === expected && kept.stamps === stamps) return true;
  return (await digestOf(folder)) === expected && seal(folder, version);
}

/**
 * Seals a freshly unpacked browser.
 *
 * @returns false where it is not the one that was published
 */
export async function seal(folder: string, version: string): Promise<boolean> {
  // Root unpacks files as belonging to whoever packed them.
  if (process.getuid?.() === 0)
    for (const path of await filesIn(folder)) await lchown(join(folder, path), 0, 0);
  const digest = await digestOf(folder);
  if (digest !== (published[version] ?? digest)) return false;
  const made: Seal = { digest, stamps: await stampsOf(folder) };
  await replaceFile(join(folder, sealName), JSON.stringify(made));
  return true;
}

/** One SHA-256 of the names and contents of all files in a folder, additions apart. */
export async function digestOf(folder: string): Promise<string> {
  const all = createHash('sha256');
  for (const path of await filesIn(folder)) {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(join(folder, path))) hash.update(chunk as Uint8Array);
    all.update(`${hash.digest('hex')}  ${path}\n`);
  }
  return all.digest('hex');
}

/** What tells, without reading it, that no file has been changed: the time of a change cannot be set. */
async function stampsOf(folder: string): Promise<string> {
  const lines = await Promise.all(
    (await filesIn(folder)).map(async (path) => {
      const { size, mtimeMs, ctimeMs, ino, uid } = await lstat(join(folder, path));
      return [path, size, mtimeMs, ctimeMs, ino, uid].join(' ');
    }),
  );
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

/** @throws Error where there is a link or a device among them */
async function filesIn(folder: string, below = ''): Promise<string[]> {
  const paths: string[] = [];
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    const path = posix.join(below, entry.name);
    if (additions.test(path)) continue;
    if (entry.isDirectory()) paths.push(...(await filesIn(folder, path)));
    else if (entry.isFile()) paths.push(path);
    else throw new Error(`${path} is not a file`);
  }
  return paths.toSorted();
}

async function readSeal(folder: string): Promise<Seal | undefined> {
  try {
    const kept = JSON.parse(await readFile(join(folder, sealName), 'utf8')) as Partial<Seal> | null;
    const { digest, stamps } = kept ?? {};
    return typeof digest === 'string' && typeof stamps === 'string' ? { digest, stamps } : undefined;
  } catch {
    return undefined;
  }
}
