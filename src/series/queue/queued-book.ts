import { staysInside } from '../../book/addresses/stays-inside.ts';
import { realpath } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { z } from 'zod';
import { editionNames } from '../../build/editions/editions.ts';
import { statedEpoch } from '../../build/stated.ts';
import { UsageError } from '../../book/errors.ts';
import { usualLimits } from '../../book/limits.ts';
import { isBelow } from '../../machine/changes/is-below.ts';
import { makeFolder } from '../../machine/make-folder.ts';
import { version } from '../../version.ts';
import type { SeriesBook } from '../books.ts';
import type { PlainOptions } from '../inputs.ts';

/** The name of the queue: only workers of the same version build, so that all books are made alike. */
export const queueName = `colophon-${version}`;

const queued = z.object({
  name: z.string(),
  /** Paths are those in the shared folder, with slashes. */
  folder: z.string(),
  out: z.string(),
  outputs: z.string(),
  isForced: z.boolean(),
  options: z.object({
    only: z.array(z.enum(editionNames)).exactOptional(),
    strict: z.boolean().exactOptional(),
    offline: z.boolean().exactOptional(),
    report: z.boolean().exactOptional(),
    provenance: z.boolean().exactOptional(),
    limits: z
      .partialRecord(z.enum(Object.keys(usualLimits) as Array<keyof typeof usualLimits>), z.number())
      .exactOptional(),
    epoch: z.int().exactOptional(),
    cache: z.boolean().exactOptional(),
  }),
});

/** A book that waits to be built, as plain data that mean the same on every machine with the shared folder. */
export type QueuedBook = z.infer<typeof queued>;

/**
 * A book as it is put on the queue.
 *
 * @param shared real path of the folder that all workers see
 * @param out the folder for all releases
 * @throws {UsageError} where the book, or the place of its release, lies outside of the shared folder, or it is to be
 * signed
 */
export async function queuedBook(
  book: SeriesBook,
  options: PlainOptions,
  isForced: boolean,
  shared: string,
  out: string,
): Promise<QueuedBook> {
  const within = (path: string): string => relative(shared, path).split(sep).join('/');
  const folder = await realpath(book.folder);
  const outputs = await realpath(out);
  const outside = [folder, outputs].find((path) => !isBelow(path, shared));
  if (outside !== undefined)
    throw new UsageError(
      `${outside} lies outside of ${shared}, the folder that all workers see; name another with --shared`,
    );
  const { only, strict, offline, report, provenance, sign, limits, cache } = options;
  if (sign !== undefined)
    throw new UsageError('Workers have no key to sign with: leave --sign to whoever publishes');
  return queued.parse(
    JSON.parse(
      JSON.stringify({
        name: book.name,
        folder: within(folder),
        out: within(join(outputs, book.name)),
        outputs: within(outputs),
        isForced,
        options: { only, strict, offline, report, provenance, limits, epoch: statedEpoch(options), cache },
      }),
    ),
  );
}

/** A book that was on the queue, as it lies on this machine. */
export interface TakenBook {
  readonly book: SeriesBook;
  readonly outputs: string;
  readonly isForced: boolean;
  readonly options: PlainOptions;
}

/**
 * What is to be built, with paths of this machine: nothing outside of the shared folder is read or written,
 * whatever somebody has put on the queue.
 *
 * @param shared real path of the folder
 * @throws {UsageError} where it is something else
 */
export async function takenBook(data: unknown, shared: string): Promise<TakenBook> {
  const found = queued.safeParse(data);
  if (!found.success) throw new UsageError('What is on the queue is no book');
  const { name, folder, out, outputs, isForced, options } = found.data;
  const [from, to, all] = [folder, out, outputs].map((path) => inside(shared, path));
  if (from === undefined || to === undefined || all === undefined)
    throw new UsageError(`The book "${name}" lies outside of the shared folder`);
  await makeFolder(all);
  for (const path of [from, all])
    if (!isBelow(await realpath(path), shared))
      throw new UsageError(`The book "${name}" lies outside of the shared folder`);
  return { book: { name, folder: from, out: to }, outputs: await realpath(all), isForced, options };
}

function inside(shared: string, path: string): string | undefined {
  if (path === '') return shared;
  return staysInside(path) ? resolve(shared, path) : undefined;
}
