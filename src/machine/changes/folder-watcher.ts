import { watch, type FSWatcher } from 'chokidar';
import { existsSync } from 'node:fs';
import { setTimeout as later } from 'node:timers/promises';
import { FolderIdentities } from './folder-identities.ts';
import { isBelow } from './is-below.ts';
import { networkOf } from './remote-folder.ts';

/** How often each file is looked at where the system tells of no changes, in milliseconds. */
export const pollInterval = 400;

/** How soon after something happened folders are looked at, in milliseconds. */
const soon = 50;

/** How long an exchanged folder is waited for, in milliseconds. */
const patience = 1000;

/** What systems say when they watch no more files. */
const exhausted = new Set(['ENOSPC', 'EMFILE', 'ENFILE']);

export interface FolderWatcherOptions {
  readonly isIgnored: (path: string) => boolean;
  readonly onChange: (path: string) => void;
  /** Called with what is worth knowing of how the folder is watched. */
  readonly onNote: (text: string) => void;
}

/**
 * Tells of each change in a folder and the folders below, also where the system does not, and where one folder
 * takes the place of another.
 */
export class FolderWatcher {
  readonly #root: string;
  readonly #options: FolderWatcherOptions;
  #watcher: FSWatcher | undefined;
  #isPolling = false;
  #isClosed = false;
  #folders = new FolderIdentities();
  #check: NodeJS.Timeout | undefined;
  #renewing: Promise<void> | undefined;

  private constructor(root: string, options: FolderWatcherOptions) {
    this.#root = root;
    this.#options = options;
  }

  /** @param root free of links, and links in it are not followed */
  static async of(root: string, options: FolderWatcherOptions): Promise<FolderWatcher> {
    const watcher = new FolderWatcher(root, options);
    const network = await networkOf(root);
    if (network !== undefined) watcher.#poll(`The manuscript lies on another machine (${network})`);
    await watcher.#start();
    return watcher;
  }

  get isPolling(): boolean {
    return this.#isPolling;
  }

  /** Over when the folders that are there are watched; soon in any case, since they may be gone for good. */
  async settled(): Promise<void> {
    clearTimeout(this.#check);
    await this.#renewIfNeeded();
    if (this.#renewing !== undefined) await Promise.race([this.#renewing, later(patience)]);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#check);
    await this.#watcher?.close();
  }

  #poll(why: string): void {
    this.#isPolling = true;
    this.#options.onNote(
      `${why}, and the system does not tell of changes: files are looked at every ${pollInterval / 1000} s.`,
    );
  }

  /** Over when every file there is watched. */
  async #start(): Promise<void> {
    const watcher = watch(this.#root, {
      ignoreInitial: true,
      // It would tell later of what is removed than of all else; whoever gathers changes need not wait.
      atomic: false,
      // What lies outside is no part of a manuscript, whatever links say.
      followSymlinks: false,
      ignored: this.#options.isIgnored,
      ...(this.#isPolling && { usePolling: true, interval: pollInterval, binaryInterval: pollInterval }),
    });
    this.#watcher = watcher;
    this.#folders = new FolderIdentities();
    await new Promise<void>((resolve) => {
      watcher.once('ready', resolve);
      watcher.on('all', (_, path) => this.#options.onChange(path));
      watcher.on('raw', () => this.#checkSoon(watcher));
      watcher.on('error', (error) => {
        if (watcher !== this.#watcher) return;
        this.#fail(error);
        // Those that could not be watched are not waited for.
        if (this.#renewing !== undefined) void this.#renewing.then(resolve);
      });
    });
    await this.#folders.haveChanged(this.#watched());
  }

  /** Where the system watches no more files, they are looked at one by one. */
  #fail(error: unknown): void {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!this.#isPolling && exhausted.has(code)) {
      this.#poll(`This system watches no more files (${code})`);
      this.#renew();
      return;
    }
    const reason = error instanceof Error ? error.message : String(error);
    this.#options.onNote(`Not all of the folder is watched: ${reason}`);
  }

  #watched(): string[] {
    return Object.keys(this.#watcher?.getWatched() ?? {}).filter((path) => isBelow(path, this.#root));
  }

  #checkSoon(watcher: FSWatcher): void {
    if (watcher !== this.#watcher || this.#isClosed) return;
    clearTimeout(this.#check);
    this.#check = setTimeout(() => void this.#renewIfNeeded(), soon);
  }

  async #renewIfNeeded(): Promise<void> {
    if (await this.#folders.haveChanged([this.#root, ...this.#watched()])) this.#renew();
  }

  /** Watches anew, once there is a folder; something may have been changed meanwhile. */
  #renew(): void {
    const watcher = this.#watcher;
    if (watcher === undefined || this.#isClosed) return;
    this.#watcher = undefined;
    const renew = async (): Promise<void> => {
      await watcher.close();
      while (!existsSync(this.#root) && !this.#isClosed) await later(soon);
      if (this.#isClosed) return;
      await this.#start();
      this.#renewing = undefined;
      this.#options.onChange(this.#root);
    };
    this.#renewing = renew();
  }
}
