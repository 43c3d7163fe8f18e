import { copyFile, mkdir, mkdtemp, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Artifact } from '../book/artifact.ts';
import { EnvironmentError } from '../book/errors.ts';

/**
 * Puts a release into the output folder: every file is written completely to a folder beside
 * its place, then renamed over the earlier one. What the earlier release had and this one has
 * not goes; files that no release made stay.
 *
 * @throws EnvironmentError where the folder cannot be written to, the disk is full, or
 *   another build is writing there; the earlier release is then as it was
 */
export async function writeRelease(folder: string, artifacts: ReadonlyArray<Artifact>): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    const unlock = await lock(folder);
    try {
      await swapIn(folder, artifacts);
    } finally {
      await unlock();
    }
  } catch (error) {
    if (error instanceof EnvironmentError) throw error;
    throw new EnvironmentError(
      `The release could not be written to ${folder}: ${error instanceof Error ? error.message : String(error)}`,
      'Check that the folder may be written to and that the disk has room, or choose another with --out.',
      { cause: error },
    );
  }
}

async function swapIn(folder: string, artifacts: ReadonlyArray<Artifact>): Promise<void> {
  const temporary = await mkdtemp(join(folder, '.release-'));
  try {
    for (const { path, bytes } of artifacts) await writeDurably(join(temporary, path), bytes);
    const earlier = await artifactsOfManifest(folder);
    await replaceAll(
      folder,
      temporary,
      artifacts.map(({ path }) => path),
    );
    const present = new Set(artifacts.map(({ path }) => path));
    for (const path of earlier) if (!present.has(path)) await rm(join(folder, path), { force: true });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Renames every file into its place; where one will not go, those replaced before it come back. */
async function replaceAll(folder: string, temporary: string, paths: ReadonlyArray<string>): Promise<void> {
  const kept = await mkdtemp(join(temporary, 'earlier-'));
  const replaced: string[] = [];
  try {
    for (const path of paths) {
      await copyIfPresent(join(folder, path), join(kept, path));
      await rename(join(temporary, path), join(folder, path));
      replaced.push(path);
    }
  } catch (error) {
    for (const path of replaced) {
      await rename(join(kept, path), join(folder, path)).catch(() => rm(join(folder, path), { force: true }));
    }
    throw error;
  }
}

async function copyIfPresent(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function artifactsOfManifest(folder: string): Promise<string[]> {
  try {
    const manifest = JSON.parse(await readFile(join(folder, 'release.json'), 'utf8')) as {
      readonly artifacts: ReadonlyArray<{ readonly path: string }>;
    };
    // Names only: a manifest from elsewhere must not make us delete anything outside the folder.
    return manifest.artifacts.map(({ path }) => path).filter((path) => basename(path) === path);
  } catch {
    return [];
  }
}

/** One build at a time; a lock whose process has died does not count. */
async function lock(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, '.colophon.lock');
  for (let waited = false; ;) {
    try {
      await writeFile(path, String(process.pid), { flag: 'wx' });
      return () => rm(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const stated = await readFile(path, 'utf8').catch(() => '');
    if (stated === '' && !waited) {
      // Its holder may just be about to write down which process it is.
      await setTimeout(100);
      waited = true;
      continue;
    }
    const holder = Number(stated);
    if (isRunning(holder)) {
      throw new EnvironmentError(
        `Another build (process ${holder}) is writing to ${folder}`,
        'Wait until it has finished, or choose another folder with --out.',
      );
    }
    await rm(path, { force: true });
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
