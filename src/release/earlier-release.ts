import { createHash } from 'node:crypto';
import { join } from 'node:path';
import {
  checksumsName,
  checksumsOf,
  largestManifest,
  manifestName,
  parseManifest,
  type Manifest,
} from '../book/manifest.ts';
import { signatures } from '../book/signing.ts';
import { hashRegular, readRegular } from './read-regular.ts';

/** What the release in a folder says of itself; undefined where there is none. */
export async function earlierManifest(folder: string): Promise<Manifest | undefined> {
  const bytes = await readRegular(join(folder, manifestName), largestManifest);
  return bytes && parseManifest(bytes);
}

/**
 * The files of the release in a folder that are as they were released, by name with their SHA-256.
 * Nothing else in the folder is ours: not what a manifest of another tool lists, not a file of this
 * name that somebody has changed since.
 */
export async function earlierRelease(folder: string): Promise<ReadonlyMap<string, string>> {
  const bytes = await readRegular(join(folder, manifestName), largestManifest);
  const manifest = bytes && parseManifest(bytes);
  if (bytes === undefined || manifest === undefined) return new Map();
  const itself = { path: manifestName, sha256: hashOf(bytes) };
  const sums = await readRegular(join(folder, checksumsName), largestManifest);
  const stated = sums && Buffer.from(sums).toString('utf8');
  const files: Array<{ readonly path: string; readonly sha256: string }> = [...manifest.artifacts];
  // Checksums that do not know this manifest tell that it has been changed.
  if (stated === undefined || stated.includes(checksumsOf([itself]))) files.push(itself);
  const evidence = evidenceIn(manifest.evidence ?? [], stated ?? '');
  files.push(...evidence);
  if (stated === checksumsOf([...manifest.artifacts, itself, ...evidence])) {
    files.push({ path: checksumsName, sha256: hashOf(Buffer.from(stated)) });
    files.push(...(await signaturesIn(folder)));
  }
  const hashes = await Promise.all(
    files.map(async ({ path, sha256 }) =>
      (await hashRegular(join(folder, path))) === sha256 ? [[path, sha256] as const] : [],
    ),
  );
  return new Map(hashes.flat());
}

/** The files that tell where the release comes from: their hashes are among the checksums. */
function evidenceIn(
  names: ReadonlyArray<string>,
  stated: string,
): ReadonlyArray<{ readonly path: string; readonly sha256: string }> {
  const sums = new Map(stated.split('\n').map((line) => [line.slice(66), line.slice(0, 64)]));
  return names.flatMap((path) => {
    const sha256 = sums.get(path);
    return sha256 === undefined ? [] : [{ path, sha256 }];
  });
}

/** Signatures of the checksums, which are of no use any more when these go. */
async function signaturesIn(
  folder: string,
): Promise<Array<{ readonly path: string; readonly sha256: string }>> {
  const found = await Promise.all(
    Object.values(signatures).map(async ({ file, begins }) => {
      const bytes = await readRegular(join(folder, file), largestSignature);
      return bytes !== undefined && Buffer.from(bytes).toString('latin1').startsWith(begins)
        ? [{ path: file, sha256: hashOf(bytes) }]
        : [];
    }),
  );
  return found.flat();
}

const largestSignature = 1 << 20;

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
