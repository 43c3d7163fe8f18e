import type { Bytes } from '../../book/bytes.ts';
import { checksumsName, manifestName, parseManifest, type Manifest } from '../../book/manifest.ts';
import type { Message } from '../../book/messages/messages.ts';
import { finding } from './finding.ts';
import { hashOf, heldOf } from './held-files.ts';

/** A release as its folder has it. */
export interface ReadRelease {
  /** Undefined where it is missing or broken. */
  readonly manifest: Manifest | undefined;
  readonly messages: ReadonlyArray<Message>;
}

/**
 * Reads the manifest and the checksums of a release and holds its files against them.
 *
 * @param files the files of the folder by their names
 */
export function readRelease(files: ReadonlyMap<string, Bytes>): ReadRelease {
  const manifest = parseManifest(heldOf(files.get(manifestName)) ?? new Uint8Array());
  const messages: Message[] = [];
  if (manifest === undefined) {
    const state = files.has(manifestName) ? 'is not one of Colophon, or is broken' : 'is missing';
    messages.push(finding('release-file', manifestName, `The manifest of the release ${state}`));
  }
  const sums = checksums(heldOf(files.get(checksumsName)));
  if (sums === undefined)
    messages.push(finding('release-file', checksumsName, 'The checksums of the release are missing'));
  const told = new Set<string>();
  for (const [path, sha256] of stated(manifest, sums)) {
    const bytes = files.get(path);
    if (told.has(path)) continue;
    if (bytes === undefined)
      messages.push(finding('release-file', path, 'The file is missing from the release'));
    else if (hashOf(bytes) !== sha256)
      messages.push(finding('release-checksum', path, 'The file is not the one that was released'));
    else continue;
    told.add(path);
  }
  return { manifest, messages };
}

/**
 * The names of the files that a release states, apart from those in which it does.
 *
 * @param files its manifest and its checksums by their names, as far as they are there
 */
export function namesStated(files: ReadonlyMap<string, Bytes>): ReadonlySet<string> {
  const manifest = parseManifest(heldOf(files.get(manifestName)) ?? new Uint8Array());
  const sums = checksums(heldOf(files.get(checksumsName)));
  return new Set(stated(manifest, sums).map(([path]) => path));
}

type Sums = ReadonlyArray<readonly [path: string, sha256: string]>;

function stated(manifest: Manifest | undefined, sums: Sums | undefined): Sums {
  const artifacts = manifest?.artifacts ?? [];
  return [...(sums ?? []), ...artifacts.map(({ path, sha256 }) => [path, sha256] as const)];
}

/** Names and sums as `sha256sum` writes them. */
function checksums(bytes: Uint8Array | undefined): Sums | undefined {
  if (bytes === undefined) return undefined;
  const lines = Buffer.from(bytes)
    .toString('utf8')
    .matchAll(/^([\da-f]{64}) [ *](.+)$/gim);
  return [...lines].map(([, sum = '', path = '']) => [path, sum.toLowerCase()] as const);
}
