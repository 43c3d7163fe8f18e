import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { Licence } from './licence.ts';

/** What the author declares of a borrowed part: an image, or a source that is quoted. */
export interface DeclaredPart {
  /** What it is: the title of the picture, of the book or article quoted. */
  readonly title?: string;
  readonly creator?: string;
  readonly holder?: string;
  /** Where it can be found. */
  readonly url?: string;
  /** The credit line the holder asks for, in place of the one made from the other keys. */
  readonly credit?: string;
  readonly license?: Licence;
  /** Whether the book shows it changed: cropped, redrawn, translated. */
  readonly altered?: boolean;
  readonly permission?: {
    /** ISO 8601 dates. */
    readonly granted?: string;
    /** The last day it holds. */
    readonly until?: string;
    /** By whom, for what. */
    readonly note?: string;
  };
  /** How many characters may be quoted from it in the whole book, spaces included. */
  readonly limit?: number;
  /** Where it is declared: rights.yaml, or the front matter of a chapter. */
  readonly file: VFile;
  readonly position?: Position;
}

/** Everything rights.yaml and the chapters' front matter declare. */
export interface RightsRegister {
  /** By path in the manuscript folder. */
  readonly images: ReadonlyMap<string, DeclaredPart>;
  /** By the key that a quotation names: `:::quote{source=key}`. */
  readonly sources: ReadonlyMap<string, DeclaredPart>;
}

/** A register that declares nothing. */
export const noRights: RightsRegister = { images: new Map(), sources: new Map() };
