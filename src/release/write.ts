import { constants, renameSync, rmSync, unlinkSync } from 'node:fs';
import { access, copyFile, link, mkdir, mkdtemp, realpath, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Artifact } from '../book/artifact.ts';
import { EnvironmentError } from '../book/errors.ts';
import { atExit } from '../machine/at-exit.ts';
import { makeFolder } from '../machine/make-folder.ts';
import { syncFolder, writeDurably } from './durable.ts';
import { earlierRelease } from './earlier-release.ts';
import { journalName, readJournal, stagingFolders, stagingPrefix, type Journal } from './journal.ts';
import { lock, lockName, patience, type Lock, type Patience } from './lock.ts';
import { hashRegular, isPresent } from './read-regular.ts';
import { back, removeStaging, settleFolder } from './settle.ts';

export interface WriteOptions {
  readonly patience?: Patience;
  /** Which files of the folder are of an earlier release, by name with their SHA-256; by default as its manifest says. */
  readonly earlier?: (folder: string) => Promise<ReadonlyMap<string, string>>;
  /** Called before each file takes its place; what it throws takes the release back. */
  readonly onPlace?: (path: string) => void;
}

/**
 * Puts a release into the output folder, all or nothing: every file is written completely to a folder
 * beside its place, then all are renamed over the earlier ones in one go, of which a journal tells. A
 * build that is killed meanwhile leaves the rest to the next, or to a check. What the earlier release
 * had and this one has not goes.
 *
 * @throws EnvironmentError where the folder cannot be written to, the disk is full, another build is
 *   writing there, or a file that no release made is in the way; the earlier release is then as it was
 */
export async function writeRelease(
  folder: string,
  artifacts: ReadonlyArray<Artifact>,
  options: WriteOptions = {},
): Promise<void> {
  try {
    await makeFolder(folder);
    const place = await realpath(folder);
    const locked = await lock(place, options.patience ?? patience);
    try {
      await settleFolder(place);
      await swapIn(place, artifacts, locked, options);
    } finally {
      locked.release();
    }
  } catch (error) {
    throw told(error, `The release could not be written to ${folder}`);
  }
}

/**
 * Brings a folder in order in which builds were killed while they wrote their release: it is finished,
 * or taken back.
 *
 * @throws EnvironmentError where that cannot be done, or a build is writing there
 */
export async function settleRelease(folder: string): Promise<void> {
  try {
    const place = await realpath(folder);
    const staged = await stagingFolders(place);
    if (staged.length === 0 && !(await isPresent(join(place, lockName)))) return;
    const journals = await Promise.all(staged.map(readJournal));
    // A folder that cannot be written to keeps what was only being made ready.
    if (journals.every((journal) => journal === undefined) && !(await isWritable(place))) return;
    const locked = await lock(place, patience);
    try {
      await settleFolder(place);
    } finally {
      locked.release();
    }
  } catch (error) {
    throw told(error, `What a stopped build left in ${folder} could not be put in order`);
  }
}

async function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}

function told(error: unknown, what: string): EnvironmentError {
  if (error instanceof EnvironmentError) return error;
  return new EnvironmentError(
    `${what}: ${error instanceof Error ? error.message : String(error)}`,
    'Check that the folder may be written to and that the disk has room, or choose another with --out.',
    { cause: error },
  );
}

async function swapIn(
  folder: string,
  artifacts: ReadonlyArray<Artifact>,
  locked: Lock,
  { earlier = earlierRelease, onPlace }: WriteOptions,
): Promise<void> {
  const journal = journalOf(artifacts, await earlier(folder));
  await assertFree(folder, journal);
  const staging = await mkdtemp(join(folder, stagingPrefix));
  const forget = atExit(() => rmSync(staging, { recursive: true, force: true }));
  try {
    await makeReady(folder, staging, artifacts, journal);
    locked.assertHeld();
    // From here on the release is finished, if need be by the next build.
    forget();
    await commit(folder, staging, journal);
    for (const { path } of journal.puts) {
      onPlace?.(path);
      renameSync(join(staging, 'new', path), join(folder, path));
    }
    for (const { path } of journal.removes) unlinkSync(join(folder, path));
  } catch (error) {
    forget();
    const moves = await back(folder, staging, journal);
    for (const move of moves ?? []) move();
    // What cannot be taken back is left to the next build.
    if (moves !== undefined) await removeStaging(staging);
    throw error;
  }
  await syncFolder(folder);
  await removeStaging(staging);
}

function journalOf(artifacts: ReadonlyArray<Artifact>, earlier: ReadonlyMap<string, string>): Journal {
  const names = new Set(artifacts.map(({ path }) => path));
  return {
    puts: artifacts.map(({ path, sha256 }) => {
      const hash = earlier.get(path);
      return { path, sha256, ...(hash !== undefined && { earlier: hash }) };
    }),
    removes: [...earlier].flatMap(([path, hash]) => (names.has(path) ? [] : [{ path, earlier: hash }])),
  };
}

/** Nobody loses a file: what no release made may stay only where it is the same. */
async function assertFree(folder: string, { puts }: Journal): Promise<void> {
  const taken: string[] = [];
  for (const { path, sha256, earlier } of puts) {
    const place = join(folder, path);
    if (earlier === undefined && (await isPresent(place)) && (await hashRegular(place)) !== sha256)
      taken.push(path);
  }
  if (taken.length === 0) return;
  const [are, they] = taken.length === 1 ? ['is', 'it'] : ['are', 'them'];
  throw new EnvironmentError(
    `${taken.join(', ')} in ${folder} ${are} in the way: no build made ${they}, or ${they === 'it' ? 'it has' : 'they have'} been changed since`,
    `Move ${they} away, or choose another folder with --out; a build replaces only what builds made.`,
  );
}

async function makeReady(
  folder: string,
  staging: string,
  artifacts: ReadonlyArray<Artifact>,
  { puts, removes }: Journal,
): Promise<void> {
  const [ready, kept] = [join(staging, 'new'), join(staging, 'earlier')];
  await Promise.all([mkdir(ready), mkdir(kept)]);
  await Promise.all([
    ...artifacts.map(async ({ path, bytes }) => writeDurably(join(ready, path), bytes)),
    ...[...puts, ...removes].map(async ({ path, earlier }) => {
      if (earlier === undefined) return;
      const [from, to] = [join(folder, path), join(kept, path)];
      // Some file systems have no second names for a file.
      await link(from, to).catch(async () => copyFile(from, to));
    }),
  ]);
  await Promise.all([syncFolder(ready), syncFolder(kept)]);
}

async function commit(folder: string, staging: string, journal: Journal): Promise<void> {
  const draft = join(staging, 'draft.json');
  await writeDurably(draft, Buffer.from(JSON.stringify(journal)));
  await syncFolder(folder);
  await rename(draft, join(staging, journalName));
  await syncFolder(staging);
}
