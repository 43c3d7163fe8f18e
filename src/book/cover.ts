import type { Point } from 'unist';
import type { VFile } from 'vfile';

/** The designs of the covers Colophon makes; each goes with the theme of its name. */
export const coverDesigns = ['literary', 'scholarly', 'modern'] as const;
export type CoverDesignName = (typeof coverDesigns)[number];

/** What book.yaml says of the cover. */
export interface Cover {
  /** The whole front, relative to the manuscript folder; without one the front is set in type. */
  readonly image?: string;
  /** What the image shows, for those who do not see it. */
  readonly alt?: string;
  /** By default the one that goes with the theme. */
  readonly design?: CoverDesignName;
  /** The ground of the design, as `#1d3038`. */
  readonly colour?: string;
  /** Paragraphs of the back, by default the description of the book. */
  readonly back?: ReadonlyArray<string>;
  /** What the spine says in place of author and title. */
  readonly spine?: string;
  /** A finished cover to pass on to the printer, relative to the manuscript folder. */
  readonly file?: string;
}

/** The parts of a cover that a message may be about. */
export type CoverPart = 'image' | 'title' | 'back' | 'spine' | 'file';

/** Where book.yaml speaks of the cover, and the cover it brings along. */
export interface CoverSource {
  /** book.yaml, which collects the messages. */
  readonly file: VFile;
  readonly places: Readonly<Record<CoverPart, Point>>;
  /** The file `cover.file` names, as it is. */
  readonly given?: { readonly path: string; readonly bytes: Uint8Array };
}

/** The size of a whole cover, in PDF points, and what it follows from. */
export interface CoverSize {
  /** One side of the book. */
  readonly trim: { readonly width: number; readonly height: number };
  readonly bleed: number;
  readonly spine: number;
  readonly pages: number;
  /** The names of printer and paper, as messages give them. */
  readonly printer: string;
  readonly paper: string;
}

/** Width and height of back, spine and front together, without bleed, in PDF points. */
export function wrapSize({ trim, spine }: Pick<CoverSize, 'trim' | 'spine'>): {
  readonly width: number;
  readonly height: number;
} {
  return { width: 2 * trim.width + spine, height: trim.height };
}
