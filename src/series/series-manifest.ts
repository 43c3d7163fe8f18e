import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { Artifact } from '../book/artifact.ts';
import { fileName, largestManifest, sha256 } from '../book/manifest.ts';
import { artifact } from '../release/artifacts.ts';
import { hashRegular, readRegular } from '../release/read-regular.ts';
import { writeRelease } from '../release/write.ts';
import { version } from '../version.ts';
import type { SeriesBook } from './books.ts';
import { isReleased, type Outcome } from './outcome.ts';

/** The manifest of a series, beside the folders of its releases. */
export const seriesManifestName = 'series.json';

const manifestSchema = z.object({
  tools: z.object({ colophon: z.string() }),
  artifacts: z.array(z.object({ path: fileName, sha256 })).max(10),
  books: z.array(z.object({ name: z.string(), released: z.boolean() })),
});

/**
 * What a machine wants to know of a series: its books in their order, whether each is released as it is, and the
 * files of all releases with their hashes. The same books give the same bytes, whichever of them were built now.
 *
 * @param pages for people, beside it
 */
function manifestOf(
  books: ReadonlyArray<SeriesBook>,
  outcomes: ReadonlyArray<Outcome>,
  pages: ReadonlyArray<Artifact>,
): Artifact {
  const manifest = {
    tools: { colophon: version },
    artifacts: pages.map(({ path, kind, bytes, sha256: hash }) => ({
      path,
      kind,
      bytes: bytes.length,
      sha256: hash,
    })),
    books: books.map(({ name }, index) => ({ name, ...factsOf(name, outcomes[index]) })),
  };
  return artifact(seriesManifestName, 'manifest', Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
}

function factsOf(name: string, outcome: Outcome | undefined): object {
  if (outcome === undefined || outcome.kind === 'failed')
    return { released: false, ...(outcome !== undefined && { fault: outcome.fault.kind }) };
  const { title, language, authors, pages, messages, artifacts } = outcome.book;
  const count = (severity: string): number => messages.filter((each) => each.severity === severity).length;
  return {
    released: isReleased(outcome),
    title,
    language,
    authors,
    ...(pages !== null && { pages }),
    errors: count('error'),
    warnings: count('warning'),
    artifacts: artifacts.map((file) => ({ ...file, path: `${name}/${file.path}` })),
  };
}

/**
 * Writes the manifest of a series, and pages for people, beside its releases, all or nothing.
 *
 * @throws EnvironmentError where files that no build made are in the way
 */
export async function writeSeries(
  out: string,
  books: ReadonlyArray<SeriesBook>,
  outcomes: ReadonlyArray<Outcome>,
  pages: ReadonlyArray<Artifact>,
): Promise<void> {
  await writeRelease(out, [...pages, manifestOf(books, outcomes, pages)], { earlier: earlierSeries });
}

/** The files beside the releases that are as an earlier build of the series wrote them. */
async function earlierSeries(folder: string): Promise<ReadonlyMap<string, string>> {
  const bytes = await readRegular(join(folder, seriesManifestName), largestManifest);
  const manifest = bytes && parsed(bytes);
  if (bytes === undefined || manifest === undefined) return new Map();
  const itself = createHash('sha256').update(bytes).digest('hex');
  const pages = await Promise.all(
    manifest.artifacts.map(async (page) =>
      (await hashRegular(join(folder, page.path))) === page.sha256 ? [[page.path, page.sha256] as const] : [],
    ),
  );
  return new Map([[seriesManifestName, itself], ...pages.flat()]);
}

function parsed(bytes: Uint8Array): z.infer<typeof manifestSchema> | undefined {
  try {
    return manifestSchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
