import type { Artifact } from '../book/artifact.ts';
import { parseManifest, type Manifest } from '../book/manifest.ts';
import { messageAt } from '../book/messages/messages.ts';
import { version } from '../version.ts';
import type { Job } from './job.ts';
import type { Source } from './source.ts';

/**
 * Tells where the e-book is another than that of the release it replaces, and has no newer date: reading systems keep
 * the one they have (EPUB 3.3, 5.5.3.1.4). Where Git or whoever builds dates the book, that is their affair. It comes
 * behind the manifest, into which nothing of the folder may get.
 */
export async function judgeDate(
  artifacts: ReadonlyArray<Artifact>,
  { manuscript: { dated } }: Source,
  { options: { replaces }, findings }: Job,
): Promise<void> {
  if (replaces === undefined || dated === undefined) return;
  const { earlierManifest } = await import('../release/earlier-release.ts');
  const earlier = await earlierManifest(replaces);
  const now = manifestIn(artifacts);
  if (earlier === undefined || now === undefined || !isSameBook(earlier, now)) return;
  const [before = '', date = ''] = [earlier.metadata.modified, now.metadata.modified];
  if (before < date || !isAnother(earlier, now)) return;
  const found =
    before === date ? `has the same date, ${date}` : `is dated before it, ${date} and not ${before}`;
  const reason = `The e-book differs from the one it replaces, but ${found}: reading systems may keep that one`;
  findings.addPlaced([messageAt(dated.file.path, 'ebook-date', reason, dated.place)]);
}

function manifestIn(artifacts: ReadonlyArray<Artifact>): Manifest | undefined {
  const bytes = artifacts.find(({ kind }) => kind === 'manifest')?.bytes;
  return bytes instanceof Uint8Array ? parseManifest(bytes) : undefined;
}

/** By what pins the e-book, or its ISBN, or else its name. */
function isSameBook(one: Manifest, other: Manifest): boolean {
  const [first, second] = [one, other].map((release) => {
    const { id, epub } = release.metadata.identifiers ?? {};
    return id ?? epub ?? epubOf(release)?.path;
  });
  return epubOf(one) !== undefined && epubOf(other) !== undefined && first === second;
}

/** Whether its author made it another: a newer Colophon may write the same book otherwise. */
function isAnother(one: Manifest, other: Manifest): boolean {
  if (epubOf(one)?.sha256 === epubOf(other)?.sha256) return false;
  const texts = ({ contents = [] }: Manifest): string => contents.map(({ sha256 }) => sha256).join(' ');
  return (one.tools.colophon === version && other.tools.colophon === version) || texts(one) !== texts(other);
}

function epubOf({ artifacts }: Manifest): Manifest['artifacts'][number] | undefined {
  return artifacts.find(({ kind }) => kind === 'epub');
}
