import { renameSync, rmSync, unlinkSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EnvironmentError } from '../book/errors.ts';
import { syncFolder } from './durable.ts';
import { journalName, readJournal, stagingFolders, type Journal } from './journal.ts';
import { hashRegular, isPresent } from './read-regular.ts';

/**
 * Finishes or takes back what builds that were killed had begun in a folder, and removes what they left
 * there: afterwards it holds one whole release. The folder must be locked.
 *
 * @throws EnvironmentError where neither can be done
 */
export async function settleFolder(folder: string): Promise<void> {
  for (const staging of await stagingFolders(folder)) await settle(folder, staging);
}

/**
 * Finishes what a journal has begun, or takes it back where a new file is lost.
 *
 * @param staging its folder, which is removed
 */
async function settle(folder: string, staging: string): Promise<void> {
  const journal = await readJournal(staging);
  if (journal !== undefined) {
    const moves = (await forward(folder, staging, journal)) ?? (await back(folder, staging, journal));
    if (moves === undefined) {
      throw new EnvironmentError(
        `A build was stopped while it put its release into ${folder}, and its files are lost or changed`,
        `Remove the folder ${staging} and build again.`,
      );
    }
    for (const move of moves) move();
    await syncFolder(folder);
  }
  await removeStaging(staging);
}

/** The journal goes first: without it nobody follows what else is left. */
export async function removeStaging(staging: string): Promise<void> {
  await rm(join(staging, journalName), { force: true });
  await rm(staging, { recursive: true, force: true });
}

type Moves = ReadonlyArray<() => void>;

/** What is left to do for the new release; undefined where a file of it is lost or has its place taken. */
export async function forward(folder: string, staging: string, journal: Journal): Promise<Moves | undefined> {
  const moves: Array<() => void> = [];
  for (const { path, sha256, earlier } of journal.puts) {
    const place = join(folder, path);
    const present = await stateOf(place);
    if (present === sha256) continue;
    const ready = join(staging, 'new', path);
    if ((present !== undefined && present !== earlier) || (await hashRegular(ready)) !== sha256)
      return undefined;
    moves.push(() => renameSync(ready, place));
  }
  for (const { path, earlier } of journal.removes) {
    const place = join(folder, path);
    if ((await stateOf(place)) === earlier) moves.push(() => unlinkSync(place));
  }
  return moves;
}

/** What is to do for the earlier release; undefined where a file of it is lost or has its place taken. */
export async function back(folder: string, staging: string, journal: Journal): Promise<Moves | undefined> {
  const moves: Array<() => void> = [];
  for (const { path, sha256, earlier } of [
    ...journal.puts,
    ...journal.removes.map((each) => ({ ...each, sha256: undefined })),
  ]) {
    const place = join(folder, path);
    const present = await stateOf(place);
    if (present === earlier) continue;
    if (present !== undefined && present !== sha256) return undefined;
    const kept = join(staging, 'earlier', path);
    if (earlier === undefined) moves.push(() => rmSync(place, { force: true }));
    else if ((await hashRegular(kept)) === earlier) moves.push(() => renameSync(kept, place));
    else return undefined;
  }
  return moves;
}

/** The SHA-256 of the file in a place, `other` for what is no file, undefined where nothing is. */
async function stateOf(place: string): Promise<string | undefined> {
  return (await hashRegular(place)) ?? ((await isPresent(place)) ? 'other' : undefined);
}
