import type { Position } from 'unist';
import type { VFile } from 'vfile';

/** An entry of the index as index.yaml declares it. */
export interface ConcordanceEntry {
  /** The term and up to two sub-entries below it; `*…*` encloses italics. */
  readonly path: ReadonlyArray<string>;
  /** The words and phrases it is found by. */
  readonly find: ReadonlyArray<string>;
  /** What the last of `path` is sorted by, where it is not its own text. */
  readonly sort?: string;
  /** The entries a reader is sent to instead, `;` between them. */
  readonly see?: string;
  /** The entries a reader is sent to as well. */
  readonly also?: string;
  /** Where it is declared. */
  readonly file: VFile;
  readonly position?: Position;
}

/** The entries in the order of index.yaml. */
export type Concordance = ReadonlyArray<ConcordanceEntry>;
