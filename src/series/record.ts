import { join } from 'node:path';
import { z } from 'zod';
import { fileName, largestManifest, message, sha256 } from '../book/manifest.ts';
import { limits } from '../book/limits.ts';
import { makeFolder } from '../machine/make-folder.ts';
import { replaceFile } from '../machine/replace-file.ts';
import { earlierRelease } from '../release/earlier-release.ts';
import { readRegular } from '../release/read-regular.ts';
import type { SeriesBook } from './books.ts';
import type { BuiltBook } from './outcome.ts';

/** The folder beside the releases for what is known of how they were made. */
export const recordsName = '.colophon';
const recordName = 'record.json';

const recordSchema = z.object({
  inputs: sha256,
  book: z.object({
    ok: z.boolean(),
    title: z.string(),
    language: z.string(),
    authors: z.array(z.string()),
    messages: z.array(message).max(100_000),
    artifacts: z.array(z.object({ path: fileName, kind: z.string(), bytes: z.int().nonnegative(), sha256 })),
    pages: z.int().nullable(),
    counts: z.array(z.string()),
  }) satisfies z.ZodType<BuiltBook>,
});

/** The folder for what is known of how a book was made. */
export function recordFolder({ out, name }: SeriesBook): string {
  return join(out, '..', recordsName, name);
}

/**
 * What the last build of a book came to, if it had the same inputs and its release is still there as it was: then
 * another build would come to the same.
 *
 * @param inputs their digest
 */
export async function builtBefore(book: SeriesBook, inputs: string): Promise<BuiltBook | undefined> {
  const bytes = await readRegular(join(recordFolder(book), recordName), largestManifest);
  const record = bytes && parsed(bytes);
  if (record === undefined || record.inputs !== inputs) return undefined;
  if (!record.book.ok) return record.book;
  const there = await earlierRelease(book.out);
  const { artifacts } = record.book;
  return artifacts.length > 0 && artifacts.every((file) => there.get(file.path) === file.sha256)
    ? record.book
    : undefined;
}

function parsed(bytes: Uint8Array): z.infer<typeof recordSchema> | undefined {
  try {
    return recordSchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data;
  } catch {
    // What was cut off says nothing.
    return undefined;
  }
}

/** The rules by which a book is refused since it took too long, or for what it would replace: next time it may not be. */
const passing: ReadonlySet<string | undefined> = new Set([
  'ebook-date',
  ...Object.values(limits).flatMap((limit) =>
    limit.unit === 'seconds' && 'rule' in limit ? [limit.rule] : [],
  ),
]);

/** Keeps what a build of a book came to, unless it might come out otherwise the next time. */
export async function keepRecord(place: SeriesBook, inputs: string, book: BuiltBook): Promise<void> {
  if (!book.ok && book.messages.some(({ rule }) => passing.has(rule))) return;
  const folder = recordFolder(place);
  await makeFolder(folder);
  await replaceFile(join(folder, recordName), `${JSON.stringify({ inputs, book })}\n`);
}
