import type { VFile } from 'vfile';
import type { CarriedImage } from '../carried-image.ts';
import type { Line } from './lines.ts';

/**
 * The steps by which a text of another program becomes one of ours, by name, in the order they are taken:
 * those that find out what may be referred to, then those that need to know it from all texts.
 */
export const finding = [
  'mdbook-includes',
  'mdbook-code',
  'mdbook-elements',
  'mdbook-tags',
  'mdbook-rules',
  'mdx',
  'shortcodes',
  'quire-tags',
  'note-embeds',
  'liquid',
  'templates',
  'code-imports',
  'code-titles',
  'admonitions',
  'kramdown',
  'emoji',
  'markua-index',
  'markua',
  'myst-blocks',
  'text-references',
  'cells',
  'macros',
  'spaced-formulas',
  'raw-blocks',
  'divs',
  'mathjax',
  'formulas',
  'html-divs',
  'example-lists',
  'simple-tables',
  'line-blocks',
  'table-captions',
  'pandoc-figures',
] as const;
export const using = [
  'references',
  'mdbook-references',
  'myst-roles',
  'wiki-links',
  'spans',
  'site-links',
  'images',
  'div-fences',
] as const;
export type StepName = (typeof finding)[number] | (typeof using)[number];

/** How the texts of a book are written. */
export interface Dialect {
  readonly steps: ReadonlySet<StepName>;
  /** What the book's own files call by a name, for `{{ book.name }}` and its kin. */
  readonly variables?: ReadonlyMap<string, string>;
  /** The folders in which images are sought, beside that of the text, relative to the manuscript folder. */
  readonly imageFolders?: ReadonlyArray<string>;
  /** The texts behind the addresses of the site that the program makes, without a stroke at their end. */
  readonly pages?: ReadonlyMap<string, string>;
  /** The folders that are the top of that site, relative to the manuscript folder. */
  readonly siteFolders?: ReadonlyArray<string>;
  /** Whether code that would be run is shown where it does not say so itself; it is by default. */
  readonly showsCode?: boolean;
  /** The files that texts name without their folders. */
  readonly files?: ReadonlyArray<string>;
  /** Whether the book has a bibliography. */
  readonly cites?: boolean;
  /** The figures of the book by their names, where they stand in a list of their own. */
  readonly figures?: ReadonlyMap<string, ListedFigure>;
  /** The lines that texts begin with which stand in lists of the book, by the paths of the texts. */
  readonly openings?: ReadonlyMap<string, ReadonlyArray<string>>;
  /** What the book's own files call pieces of formulas, without the backslash. */
  readonly macros?: ReadonlyMap<string, Macro>;
  /** Folders of pictures that the program of the book has made of its code. */
  readonly madeFolders?: ReadonlyArray<string>;
}

/** What a name stands for in formulas. */
export interface Macro {
  /** How many arguments it takes. */
  readonly count: number;
  /** TeX, with `#1` for the first of them. */
  readonly body: string;
  /** What the first of them is where none is given in brackets. */
  readonly usual?: string;
}

/** A figure that texts name and a list describes. */
export interface ListedFigure {
  /** The address of its picture; absent where it is none that a book can have. */
  readonly source?: string;
  readonly alt?: string;
  /** In Markdown. */
  readonly caption?: string;
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
  /** A path as the disk spells it, where that is in other letter case alone; else the path itself. */
  readonly inOtherCase: (path: string) => Promise<string>;
  /** Notes that a text keeps a picture, so that it exists though no file does. */
  readonly keeps: (path: string) => void;
  /** Whether images on the network are fetched for the book. */
  readonly hasRemote: boolean;
  /** Whether an image, a film or a recording can be in a book. */
  readonly isUsable: (path: string) => Promise<boolean>;
  /** What an image is in the book, where its bytes are of another format than its name says or of one that none carries. */
  readonly inCarriedFormat: (path: string) => Promise<CarriedImage>;
  /** Whether a drawing in SVG can. */
  readonly isUsableDrawing: (bytes: Uint8Array) => Promise<boolean>;
  /** Notes a place of which something is to be said when the book is read, one message a kind. */
  readonly note: (kind: NotedKind, file: VFile, line: Line, written: string) => void;
  /** What texts may refer to, by the name they refer to it by. */
  readonly labels: Map<string, Label>;
  /** The macros of formulas that are known so far. */
  readonly macros: Map<string, Macro>;
  /** The number of the next formula that has one. */
  readonly nextFormula: () => number;
  /** The number of the next of a kind that we give none to. */
  readonly nextOf: (kind: string) => number;
}

/** What a text may refer to. */
export interface Label {
  /** What `:ref[…]` calls it. */
  readonly target: string;
  /** The text it stands in, where others may have places of that name. */
  readonly file?: string;
  /** Its number, where it is none that we give. */
  readonly number?: string;
  /** What it is called with that number; the number in parentheses by default. */
  readonly words?: string;
}

/** What is told of once for the whole book. */
export type NotedKind =
  | 'code-not-run'
  | 'figure-not-made'
  | 'image-remote'
  | 'image-missing'
  | 'image-unfit'
  | 'image-pointer'
  | 'media-unfit'
  | 'include-missing'
  | 'raw'
  | 'template';

/** Makes the lines of a text of one dialect those of another. */
export type Step = (lines: ReadonlyArray<Line>, context: StepContext) => Promise<Line[]> | Line[];
