import type { VFile } from 'vfile';
import type { Line } from './lines.ts';

/** The steps by which a text of another program becomes one of ours, by name, in the order they are taken. */
export const stepNames = ['mdbook-includes', 'mdbook-code', 'mdbook-elements', 'images'] as const;
export type StepName = (typeof stepNames)[number];

/** How the texts of a book are written. */
export interface Dialect {
  readonly steps: ReadonlySet<StepName>;
  /** What the book's own files call by a name, for `{{ book.name }}` and its kin. */
  readonly variables?: ReadonlyMap<string, string>;
  /** The folders in which images are sought, beside that of the text, relative to the manuscript folder. */
  readonly imageFolders?: ReadonlyArray<string>;
}

/** What a step may ask for and say. */
export interface StepContext {
  readonly file: VFile;
  readonly dialect: Dialect;
  /** What all files of the book share. */
  readonly book: BookContext;
}

/** What the steps of all files share. */
export interface BookContext {
  /** The text of a file of the folder; undefined where there is none that may be read. */
  readonly textOf: (path: string) => Promise<string | undefined>;
  readonly exists: (path: string) => Promise<boolean>;
  /** Notes a place of which something is to be said when the book is read, one message a kind. */
  readonly note: (kind: NotedKind, file: VFile, line: Line, written: string) => void;
  /** What is to be shown and named of places, by the name by which the texts refer to them. */
  readonly labels: Map<string, string>;
}

/** What is told of once for the whole book. */
export type NotedKind =
  | 'code-not-run'
  | 'image-remote'
  | 'image-missing'
  | 'include-missing'
  | 'citation'
  | 'reference'
  | 'template';

/** Makes the lines of a text of one dialect those of another. */
export type Step = (lines: ReadonlyArray<Line>, context: StepContext) => Promise<Line[]> | Line[];
