import { join } from 'node:path';
import { UsageError } from '../book/errors.ts';
import { listedBooks } from '../read/series/listed-books.ts';
import type { PlainOptions } from '../series/inputs.ts';
import { watchBooks } from '../series/watch-books.ts';
import { namedOf } from './build-report.ts';
import { runSeries, type TypedSeries } from './build-series.ts';
import { explain } from './explain.ts';
import type { Wanted } from './reports/formats.ts';
import { visible } from './visible.ts';
import { assertShowable, whenNobodyReads } from './watch.ts';

/**
 * Builds the books of a series, and those of them again that change, until nobody reads the output any more; signals end
 * the program.
 *
 * @param named the paths of the books, or that of the folder whose colophon.yaml lists them
 * @returns the exit status
 * @throws {UsageError} where that cannot be told as it is wished for
 */
export async function watchSeries(
  named: string | ReadonlyArray<string>,
  build: PlainOptions,
  wanted: Wanted,
  typed: TypedSeries,
): Promise<number> {
  assertShowable(wanted);
  const gone = whenNobodyReads();
  const ignore = [typed.out, ...wanted.files.map(({ path }) => path), ...[wanted.summary ?? []].flat()];
  const isTold = wanted.shown === 'text' && !typed.quiet;
  const note = (text: string): void => void (isTold && process.stderr.write(`${visible(text)}\n`));
  let places = await placesOf(named);
  for (let changed: ReadonlyArray<string> = []; ;) {
    // What changes while they are built counts, too. Where the list is broken, what it was is watched.
    places = await placesOf(named).catch(() => places);
    const watched = await watchBooks(...places, ignore, note);
    const end = (): void => void watched.close();
    gone.addEventListener('abort', end, { once: true });
    const isFirst = changed.length === 0;
    if (!isFirst) note(`${new Date().toTimeString().slice(0, 8)}  ${namedOf(changed)}:`);
    try {
      const force = typed.force && isFirst;
      await runSeries(named, build, wanted, { ...typed, force, changed }).catch(async (error: unknown) => {
        if (isFirst) throw error;
        await explain(error);
      });
      if (isFirst) note('Waiting for changes in the folders of the books; Ctrl-C ends it.');
      const next = gone.aborted ? undefined : await watched.next();
      if (next === undefined) return 0;
      changed = next;
    } finally {
      gone.removeEventListener('abort', end);
      await watched.close();
    }
  }
}

/** The folders of the books, and the file that lists them. */
async function placesOf(
  named: string | ReadonlyArray<string>,
): Promise<[paths: ReadonlyArray<string>, besides: ReadonlyArray<string>]> {
  if (typeof named !== 'string') return [named, []];
  const { folders } = await listedBooks(named);
  if (folders.length === 0) throw new UsageError(`The colophon.yaml in ${named} lists no book to be watched`);
  return [folders.map((path) => join(named, path)), [join(named, 'colophon.yaml')]];
}
