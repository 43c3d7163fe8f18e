import type { Bytes } from './bytes.ts';

/** What an artifact is. */
export type ArtifactKind =
  | 'epub'
  | 'pdf'
  | 'press'
  | 'cover'
  | 'cover-image'
  | 'onix'
  | 'json-ld'
  | 'report'
  | 'manifest'
  | 'site'
  | 'sbom'
  | 'provenance'
  | 'signature'
  | 'checksums';

/** A finished file of a release. */
export interface Artifact<Held extends Bytes = Bytes> {
  /** File name in the output folder. */
  readonly path: string;
  readonly kind: ArtifactKind;
  /** In memory; those of large files on disk. */
  readonly bytes: Held;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}
