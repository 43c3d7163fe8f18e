import { resolve } from 'node:path';
import { cacheFolder } from '../machine/cache-folder.ts';
import { realPathOf } from '../machine/changes/real-path-of.ts';
import { findShared } from '../read/book-yaml/shared-yaml.ts';
import { KeptBrowser } from './browsers.ts';
import { runJob, type BuildResult } from './build.ts';
import { Job } from './job.ts';
import { judgeFolder, judgeOptions } from './judge-options.ts';
import type { BuildOptions } from './options.ts';

/** What the caller of a watch may ask for. */
export interface WatchOptions extends BuildOptions {
  /**
   * Paths of files and folders whose changes do not count: where releases and reports go, if that is below the
   * manuscript folder.
   */
  readonly ignore?: ReadonlyArray<string>;
  /** Ends the watch, after the build that is under way. */
  readonly signal?: AbortSignal;
}

/** One build of a watch. */
export type Round = {
  /** What was changed: paths relative to the manuscript folder, with forward slashes, sorted; none in the first round. */
  readonly changed: ReadonlyArray<string>;
} & (
  | { readonly result: BuildResult; readonly error?: never }
  /** What a build would have thrown. */
  | { readonly error: unknown; readonly result?: never }
);

/**
 * Builds the book in a manuscript folder, and again whenever something in the folder, or the `colophon.yaml` that
 * counts for it, has changed; changes while a
 * build runs, or while a round is used, lead to one more. All builds have one browser.
 *
 * @param folder path of the folder with book.yaml and the Markdown files
 * @returns the builds, one a round; it ends with the signal
 * @throws UsageError where there is no such folder at first, or it is itself to be ignored
 * @throws EnvironmentError where the machine fails the first build
 */
export async function* watch(folder: string, watching: WatchOptions = {}): AsyncGenerator<Round, void, void> {
  judgeFolder(folder);
  judgeOptions(watching, {
    ignore: (value, name) => (Array.isArray(value) ? undefined : `${name} takes a list of paths`),
    signal: (value, name) => (value instanceof AbortSignal ? undefined : `${name} takes an AbortSignal`),
  });
  const { ignore = [], signal, ...options } = watching;
  // What replaces the releases of the watch itself are drafts.
  const { replaces: _earlier, ...further } = options;
  // A build that watches nothing need not wait for it.
  const { Changes } = await import('../machine/changes/changes.ts');
  const browsers = new KeptBrowser();
  // A folder that is moved is gone, even where it is that of the process.
  const place = resolve(folder);
  const { path: cache } = await cacheFolder();
  const shared = await findShared(await realPathOf(folder));
  const changes = await Changes.of(folder, {
    ignore: [...ignore, cache],
    ...(shared !== undefined && { besides: [shared.path] }),
    onNote: options.onNote,
  });
  const stop = (): void => void changes.close();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    if (signal?.aborted === true) return;
    yield { changed: [], result: await runJob(place, new Job(options, browsers)) };
    for (let changed = await changes.next(); changed !== undefined; changed = await changes.next()) {
      const built = await runJob(place, new Job(further, browsers)).then(
        (result) => ({ result }),
        (error: unknown) => ({ error }),
      );
      yield { changed, ...built };
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    await Promise.all([changes.close(), browsers.close()]);
  }
}
