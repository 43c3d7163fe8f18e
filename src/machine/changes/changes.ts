import { unwatchFile, watchFile } from 'node:fs';
import { basename, relative, sep } from 'node:path';
import { UsageError } from '../../book/errors.ts';
import { FolderWatcher, pollInterval } from './folder-watcher.ts';
import { isBelow } from './is-below.ts';
import { isPassing } from './passing-names.ts';
import { realPathOf } from './real-path-of.ts';

/** How long nothing may change before changes are told, in milliseconds: many files are often changed at once. */
const quiet = 100;

/** How long changes are gathered at most, in milliseconds. */
const longest = 3000;

export interface ChangesOptions {
  /** Files and folders whose changes do not count, besides those that are no part of a manuscript by their names. */
  readonly ignore: ReadonlyArray<string>;
  /** Files that lie elsewhere and count, too, real paths: what is around the folder is not watched. */
  readonly besides?: ReadonlyArray<string>;
  /** How long nothing may change before changes are told, in milliseconds; by default as long as is good for builds. */
  readonly quiet?: number;
  /** Called with what is worth knowing of how the folder is watched. */
  readonly onNote?: ((text: string) => void) | undefined;
}

/** What changes in a folder and the folders below, told in turns. */
export class Changes {
  readonly #changed = new Set<string>();
  #watcher: FolderWatcher | undefined;
  #quiet = quiet;
  #isClosed = false;
  #besides: ReadonlyArray<string> = [];
  #timer: NodeJS.Timeout | undefined;
  #deadline = Infinity;
  #tell: ((changed: ReadonlyArray<string> | undefined) => void) | undefined;

  /**
   * Watches a folder from now on.
   *
   * @throws UsageError where the folder itself is to be ignored
   */
  static async of(folder: string, options: ChangesOptions): Promise<Changes> {
    const { ignore, onNote = () => undefined } = options;
    const changes = new Changes();
    changes.#quiet = options.quiet ?? quiet;
    const root = await realPathOf(folder);
    const all = await Promise.all(ignore.map(realPathOf));
    if (all.includes(root))
      throw new UsageError(
        `The folder ${folder} is watched: a release needs one of its own, since it would be a change in this one`,
      );
    // A folder around the manuscript has all of it.
    const ignored = all.filter((each) => !isBelow(root, each));
    changes.#watcher = await FolderWatcher.of(root, {
      isIgnored: (path) =>
        path !== root && (isPassing(basename(path)) || ignored.some((each) => isBelow(path, each))),
      onChange: (path) => changes.#note(relative(root, path).split(sep).join('/')),
      onNote,
    });
    changes.#besides = (options.besides ?? []).filter((path) => !isBelow(path, root));
    for (const path of changes.#besides)
      watchFile(path, { interval: pollInterval }, () =>
        changes.#note(relative(root, path).split(sep).join('/')),
      );
    return changes;
  }

  /**
   * What has changed since it was last asked, once nothing changes any more: paths relative to the folder, with
   * forward slashes, sorted; `.` where it is not known. It waits until something has; undefined when it is closed.
   */
  async next(): Promise<ReadonlyArray<string> | undefined> {
    if (this.#isClosed) return undefined;
    return new Promise((resolve) => {
      this.#tell = resolve;
      // The system may have more to tell of what was changed meanwhile.
      if (this.#changed.size > 0) this.#gather();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    for (const path of this.#besides) unwatchFile(path);
    this.#tell?.(undefined);
    await this.#watcher?.close();
  }

  #note(name: string): void {
    this.#changed.add(name === '' ? '.' : name);
    if (this.#tell !== undefined) this.#gather();
  }

  /** Waits until nothing changes, but not for ever. */
  #gather(): void {
    if (this.#isClosed) return;
    const now = performance.now();
    if (this.#deadline === Infinity) this.#deadline = now + longest;
    clearTimeout(this.#timer);
    // Files that are looked at one by one are not all looked at in the same moment.
    const wait = this.#watcher?.isPolling === true ? pollInterval + quiet : this.#quiet;
    const timer = setTimeout(
      () => void this.#watcher?.settled().then(() => timer === this.#timer && this.#tellNow()),
      Math.max(0, Math.min(wait, this.#deadline - now)),
    );
    this.#timer = timer;
  }

  #tellNow(): void {
    if (this.#changed.size > 1) this.#changed.delete('.');
    const changed = [...this.#changed].toSorted();
    const tell = this.#tell;
    this.#changed.clear();
    this.#deadline = Infinity;
    this.#tell = undefined;
    tell?.(changed);
  }
}
