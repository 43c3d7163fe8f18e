/** What an artifact is. */
export type ArtifactKind =
  | 'epub'
  | 'pdf'
  | 'press'
  | 'cover'
  | 'cover-image'
  | 'onix'
  | 'json-ld'
  | 'manifest'
  | 'checksums';

/** A finished file of a release. */
export interface Artifact {
  /** File name in the output folder. */
  readonly path: string;
  readonly kind: ArtifactKind;
  readonly bytes: Uint8Array;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}
