import { watch, type FSWatcher } from 'chokidar';
import { basename, relative, sep } from 'node:path';
import { isPassing } from './passing-names.ts';
import { realPathOf } from './real-path-of.ts';
import { networkOf } from './remote-folder.ts';

/** How long nothing may change before changes are told, in milliseconds: many files are often changed at once. */
const quiet = 80;

/** How long changes are gathered at most, in milliseconds. */
const longest = 3000;

/** How often each file is looked at where the system tells of no changes, in milliseconds. */
const interval = 400;

/** What systems say when they watch no more files. */
const exhausted = new Set(['ENOSPC', 'EMFILE', 'ENFILE']);

export interface ChangesOptions {
  /** Files and folders whose changes do not count, besides those that are no part of a manuscript by their names. */
  readonly ignore: ReadonlyArray<string>;
  /** Called with what is worth knowing of how the folder is watched. */
  readonly onNote?: ((text: string) => void) | undefined;
}

/** What changes in a folder and the folders below, told in turns. */
export class Changes {
  readonly #root: string;
  readonly #ignored: ReadonlyArray<string>;
  readonly #onNote: ChangesOptions['onNote'];
  readonly #changed = new Set<string>();
  #watcher: FSWatcher | undefined;
  #isPolling = false;
  #isClosed = false;
  #timer: NodeJS.Timeout | undefined;
  #deadline = Infinity;
  #tell: ((changed: ReadonlyArray<string> | undefined) => void) | undefined;

  private constructor(root: string, ignored: ReadonlyArray<string>, onNote: ChangesOptions['onNote']) {
    this.#root = root;
    // A folder around the manuscript has all of it.
    this.#ignored = ignored.filter((each) => !isBelow(root, each));
    this.#onNote = onNote;
  }

  /** Watches a folder from now on. Links are not followed. */
  static async of(folder: string, { ignore, onNote }: ChangesOptions): Promise<Changes> {
    const root = await realPathOf(folder);
    const changes = new Changes(root, await Promise.all(ignore.map(realPathOf)), onNote);
    const network = await networkOf(root);
    if (network !== undefined) changes.#poll(`${folder} lies on another machine (${network})`);
    await changes.#watch();
    return changes;
  }

  /**
   * What has changed since it was last asked, once nothing changes any more: paths relative to the folder, with
   * forward slashes, sorted. It waits until something has; undefined when it is closed.
   */
  next(): Promise<ReadonlyArray<string> | undefined> {
    return new Promise((resolve) => {
      if (this.#isClosed) {
        resolve(undefined);
        return;
      }
      this.#tell = resolve;
      // The system may have more to tell of what was changed meanwhile.
      if (this.#changed.size > 0) this.#gather();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#tell?.(undefined);
    await this.#watcher?.close();
  }

  #poll(why: string): void {
    this.#isPolling = true;
    this.#onNote?.(
      `${why}: its files are looked at every ${interval / 1000} s, since the system tells of no changes.`,
    );
  }

  /** Over when every file there is watched. */
  async #watch(): Promise<void> {
    const watcher = watch(this.#root, {
      ignoreInitial: true,
      // What lies outside is no part of a manuscript, whatever links say.
      followSymlinks: false,
      ignored: (path) => this.#isIgnored(path),
      ...(this.#isPolling && { usePolling: true, interval, binaryInterval: interval }),
    });
    this.#watcher = watcher;
    await new Promise<void>((resolve, reject) => {
      watcher.once('ready', resolve);
      watcher.on('all', (_, path) => {
        this.#note(path);
      });
      watcher.on('error', (error) => {
        this.#isReplaced(watcher, error).then((isReplaced) => isReplaced && resolve(), reject);
      });
    });
  }

  /** Whether another watcher was needed: where the system watches no more files, they are looked at one by one. */
  async #isReplaced(watcher: FSWatcher, error: unknown): Promise<boolean> {
    if (this.#isClosed || watcher !== this.#watcher) return false;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (this.#isPolling || !exhausted.has(code)) {
      this.#onNote?.(
        `Not all of the folder is watched: ${error instanceof Error ? error.message : String(error)}`,
      );
      return false;
    }
    this.#watcher = undefined;
    this.#poll(`This system watches no more files (${code})`);
    await watcher.close();
    await this.#watch();
    // Something may have been changed between the two.
    this.#note(this.#root);
    return true;
  }

  #isIgnored(path: string): boolean {
    if (path === this.#root) return false;
    return isPassing(basename(path)) || this.#ignored.some((each) => isBelow(path, each));
  }

  #note(path: string): void {
    const name = relative(this.#root, path).split(sep).join('/');
    this.#changed.add(name === '' ? '.' : name);
    if (this.#tell !== undefined) this.#gather();
  }

  /** Waits until nothing changes, but not for ever. */
  #gather(): void {
    const now = performance.now();
    if (this.#deadline === Infinity) this.#deadline = now + longest;
    clearTimeout(this.#timer);
    // Files that are looked at one by one are not all looked at in the same moment.
    const wait = this.#isPolling ? interval + quiet : quiet;
    this.#timer = setTimeout(() => this.#tellNow(), Math.max(0, Math.min(wait, this.#deadline - now)));
  }

  #tellNow(): void {
    const changed = [...this.#changed].toSorted();
    const tell = this.#tell;
    this.#changed.clear();
    this.#deadline = Infinity;
    this.#tell = undefined;
    tell?.(changed);
  }
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
