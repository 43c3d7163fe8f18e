import { createHash } from 'node:crypto';
import { lstat, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { limits } from '../../book/limits.ts';
import { cacheFolder } from '../cache-folder.ts';
import { FileShelf } from './file-shelf.ts';
import { isOwn } from './own-file.ts';
import { programDigest } from './program-digest.ts';

const most = limits['cache-size'].most;

/** What builds of one book by this very program keep for the next. */
export class BuildCache {
  readonly #folder: string;
  readonly #owner: string;
  readonly #shelves = new Map<string, FileShelf>();

  private constructor(folder: string, owner: string) {
    this.#folder = folder;
    this.#owner = owner;
  }

  /**
   * What is kept of a book; undefined where there is no folder to be trusted, or it would not outlive
   * the process.
   *
   * @param book a short name for it: books with the same one find each other's, and what they share in it
   */
  static async of(book: string): Promise<BuildCache | undefined> {
    try {
      const folder = await keptFolder();
      return folder === undefined ? undefined : new BuildCache(folder, `${programDigest()} ${book}`);
    } catch {
      // A build needs none.
      return undefined;
    }
  }

  /** Path of the file for one kind of work, for a thread that has a shelf of its own. */
  pathOf(kind: string): string {
    return join(
      this.#folder,
      createHash('sha256').update(`${this.#owner} ${kind}`).digest('hex').slice(0, 32),
    );
  }

  /** What is kept of one kind of work. */
  shelf(kind: string): FileShelf {
    const shelf = this.#shelves.get(kind) ?? new FileShelf(this.pathOf(kind));
    this.#shelves.set(kind, shelf);
    return shelf;
  }

  /** Writes what is new, and removes what was not used for longest where all takes more than the limit. */
  async save(): Promise<void> {
    await Promise.all([...this.#shelves.values()].map((shelf) => shelf.save()));
    await removeOldest(this.#folder).catch(() => undefined);
    await removeAbandoned(this.#folder).catch(() => undefined);
  }
}

/** How much is kept of all books: bytes. */
export async function keptSize(): Promise<number> {
  const folder = await keptFolder();
  return folder === undefined ? 0 : (await filesIn(folder)).reduce((sum, { size }) => sum + size, 0);
}

/** Removes everything that is kept of all books. */
export async function clearKept(): Promise<void> {
  const folder = await keptFolder();
  if (folder === undefined) return;
  await rm(folder, { recursive: true, force: true });
  await removeAbandoned(folder);
}

/** Beside what is kept lay reports of EPUBCheck, before they were kept as all else is. */
async function removeAbandoned(folder: string): Promise<void> {
  await rm(join(dirname(folder), 'epubcheck'), { recursive: true, force: true });
}

/** The folder, if it is the user's own, nobody else can write to it and it outlives the process. */
async function keptFolder(): Promise<string | undefined> {
  const { path, passing } = await cacheFolder();
  if (passing !== undefined) return undefined;
  const folder = join(path, 'builds');
  await mkdir(folder, { mode: 0o700 }).catch(() => undefined);
  const found = await lstat(folder);
  return found.isDirectory() && isOwn(found) ? folder : undefined;
}

interface KeptFile {
  readonly path: string;
  readonly size: number;
  readonly used: number;
}

async function filesIn(folder: string): Promise<KeptFile[]> {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      // Another build may be at work.
      const file = await stat(path).catch(() => undefined);
      return file?.isFile() ? [{ path, size: file.size, used: file.mtimeMs }] : [];
    }),
  );
  return found.flat();
}

async function removeOldest(folder: string): Promise<void> {
  let size = 0;
  for (const file of (await filesIn(folder)).toSorted((a, b) => b.used - a.used)) {
    size += file.size;
    if (size > most) await rm(file.path, { force: true });
  }
}
