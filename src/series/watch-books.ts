import { relative, resolve } from 'node:path';
import { cacheFolder } from '../machine/cache-folder.ts';
import { Changes } from '../machine/changes/changes.ts';
import { findShared } from '../read/book-yaml/shared-yaml.ts';
import { rootOf } from '../read/manuscript.ts';

/** What is watched of a series. */
export interface WatchedBooks {
  /**
   * What changes first, and what else has changed with it: paths as seen from the current folder, with forward slashes,
   * sorted; undefined when it is closed.
   */
  readonly next: () => Promise<ReadonlyArray<string> | undefined>;
  readonly close: () => Promise<void>;
}

/**
 * Watches the folders of books from now on, and the `colophon.yaml` that count for them. What is no folder and no text now
 * is passed over.
 *
 * @param paths of the manuscripts
 * @param besides further files that count, such as the list of the books
 * @param ignore paths of files and folders whose changes do not count
 * @throws UsageError where a folder of books is itself to be ignored
 */
export async function watchBooks(
  paths: ReadonlyArray<string>,
  besides: ReadonlyArray<string>,
  ignore: ReadonlyArray<string>,
  onNote: (text: string) => void,
): Promise<WatchedBooks> {
  const { path: cache } = await cacheFolder();
  const found = await Promise.all(paths.map((path) => rootOf(path).catch(() => undefined)));
  const roots = [...new Set(found.flatMap((root) => root ?? []))];
  const all = await Promise.all(
    roots.map(async (root) => {
      const shared = await findShared(root);
      const files = [...besides.map((file) => resolve(file)), ...(shared === undefined ? [] : [shared.path])];
      const options = { ignore: [...ignore, cache], besides: [...new Set(files)], onNote };
      return { root, changes: await Changes.of(root, options) };
    }),
  );
  const told = all.map(async ({ root, changes }) => {
    const changed = await changes.next();
    return changed?.map((name) => relative('.', resolve(root, name)).replaceAll('\\', '/'));
  });
  return {
    next: async () => {
      const first = await Promise.race(told);
      // Others may have been told of in the same moment.
      const rest = await Promise.all(told.map(async (each) => Promise.race([each, Promise.resolve([])])));
      return first && [...new Set([...first, ...rest.flatMap((each) => each ?? [])])].toSorted();
    },
    close: async () => {
      await Promise.all(all.map(({ changes }) => changes.close()));
    },
  };
}
