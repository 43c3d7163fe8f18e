import { createHash } from 'node:crypto';
import type { Artifact, ArtifactKind } from '../book/artifact.ts';
import { isStored, type Bytes } from '../book/bytes.ts';
import type { ReleasedMedium, ReleasedPage, ReleasedSection } from '../book/contents.ts';
import { checksumsName, checksumsOf, manifestName } from '../book/manifest.ts';
import type { Message } from '../book/messages/messages.ts';
import type { Metadata } from '../book/metadata.ts';
import type { SellingPlaces } from '../book/store.ts';
import type { KeptPlaces } from '../book/written.ts';

/** The result of a check. */
interface Check {
  readonly messages: ReadonlyArray<Message>;
  readonly [fact: string]: unknown;
}

/** What the manifest says beyond the artifacts themselves. */
export interface ReleaseFacts {
  readonly metadata: Metadata;
  /** Names of files that tell where the release comes from; they differ between machines, so their hashes are in `SHA256SUMS`. */
  readonly evidence?: ReadonlyArray<string>;
  /** Pages of the printed book, where one was made. */
  readonly pages?: number;
  /** In the order of the book. */
  readonly contents: ReadonlyArray<ReleasedSection>;
  /** The pages of the printed book, where one was made. */
  readonly pageMap?: ReadonlyArray<ReleasedPage>;
  /** The pictures and recordings of the manuscript, in the order of the book. */
  readonly media: ReadonlyArray<ReleasedMedium>;
  /** Where the book was written, so that findings in its files can be told there. */
  readonly written?: KeptPlaces & { readonly selling: SellingPlaces };
  /** Name → version of what made the release. */
  readonly tools: Readonly<Record<string, string>>;
  /** Embedded font files. */
  readonly fonts: ReadonlyArray<string>;
  /** Name of the check → what it found, and what else it has to say. */
  readonly checks: Readonly<Record<string, Check>>;
}

/** The metadata without what the print settings have from the printer, whose name says it all. */
function stated(metadata: Metadata): Metadata {
  const { binding: _binding, edge: _edge, ...print } = metadata.print;
  return { ...metadata, print };
}

/** The artifact of these bytes. */
export function artifact<Held extends Bytes>(path: string, kind: ArtifactKind, bytes: Held): Artifact<Held> {
  return { path, kind, bytes, sha256: hashOf(bytes) };
}

/** The SHA-256 of bytes, wherever they are. */
export function hashOf(bytes: Bytes): string {
  return isStored(bytes) ? bytes.sha256 : createHash('sha256').update(bytes).digest('hex');
}

/** The editions with `release.json`: everything a machine wants to know about them. Equal editions give equal bytes. */
export function withManifest(editions: ReadonlyArray<Artifact>, facts: ReleaseFacts): Artifact[] {
  const manifest = {
    metadata: stated(facts.metadata),
    artifacts: editions.map(({ path, kind, bytes, sha256 }) => ({ path, kind, bytes: bytes.length, sha256 })),
    ...(facts.evidence !== undefined && { evidence: facts.evidence }),
    ...(facts.pages !== undefined && { pages: facts.pages }),
    tools: facts.tools,
    fonts: facts.fonts,
    contents: facts.contents,
    ...(facts.pageMap !== undefined && { pageMap: facts.pageMap }),
    media: facts.media,
    ...(facts.written !== undefined && { written: facts.written }),
    checks: Object.fromEntries(
      Object.entries(facts.checks).map(([name, { messages, ...rest }]) => [
        name,
        {
          errors: messages.filter((message) => message.severity === 'error').length,
          warnings: messages.filter((message) => message.severity === 'warning').length,
          ...rest,
          messages,
        },
      ]),
    ),
  };
  return [
    ...editions,
    artifact(manifestName, 'manifest', Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)),
  ];
}

/** The files of a release with `SHA256SUMS`, as `sha256sum -c` reads it. */
export function withChecksums(files: ReadonlyArray<Artifact>): Artifact[] {
  return [...files, artifact(checksumsName, 'checksums', Buffer.from(checksumsOf(files)))];
}
