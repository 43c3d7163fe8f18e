import type { VFile } from 'vfile';
import type { FrontMatter } from '../../book/manuscript.ts';
import type { Role } from '../../book/roles.ts';
import type { SourceCitations } from './citations-of.ts';
import type { Dialect } from './dialects/dialect.ts';

/** The programs whose books are read, as `source:` in book.yaml calls them. */
export const sourceNames = [
  'bookdown',
  'honkit',
  'jekyll',
  'jupyter-book',
  'leanpub',
  'mdbook',
  'mkdocs',
  'obsidian',
  'pandoc',
  'quarto',
  'quire',
  'vivliostyle',
] as const;
export type SourceName = (typeof sourceNames)[number];

/** A book in the files of another program, as far as they say what book.yaml would. */
export interface SourceBook {
  /** What book.yaml calls the program; absent where the files tell of none. */
  readonly name?: SourceName;
  /** Whose it is, for readers: "mdBook". */
  readonly program: string;
  /** The file that says what the book is, which collects the messages about it. */
  readonly file: VFile;
  /** The files that say so, for readers. */
  readonly readFrom: ReadonlyArray<string>;
  /** What they say, under the keys of book.yaml. */
  readonly values: SourceValues;
  /** The book in reading order. */
  readonly entries: ReadonlyArray<SourceEntry>;
  /** How its texts are written. */
  readonly dialect: Dialect;
  /** Whether nothing but the files themselves says that they are a book. */
  readonly isGuessed?: boolean;
  /** The folders of the same book in other languages. */
  readonly others?: ReadonlyArray<string>;
  /** The folders of other books beside it, which the same files tell of. */
  readonly works?: ReadonlyArray<string>;
  /** Whether it is one text, beside which others may lie. */
  readonly isOneText?: boolean;
}

/** What another program's files say that book.yaml would, under its keys. */
export interface SourceValues {
  readonly title?: string;
  readonly subtitle?: string;
  readonly author?: ReadonlyArray<string>;
  readonly language?: string;
  readonly publisher?: string;
  readonly date?: string;
  readonly description?: string;
  readonly cover?: { readonly image: string };
  readonly identifiers?: Readonly<Record<string, string>>;
  readonly citations?: SourceCitations;
}

/** A file in its place, or the opening of a part. */
export type SourceEntry = SourceFile | SourcePart;

export interface SourceFile {
  readonly path: string;
  /** Where its program lists it; used where the file has no title of its own. */
  readonly title?: string;
  /** How many parts stand around it. */
  readonly within?: number;
  /** How many levels below the chapter before it stands, which it goes on. */
  readonly below?: number;
  readonly numbered?: boolean;
  readonly role?: Role;
  /** What its program's files say of it that the text does not say in a way that is read. */
  readonly says?: FrontMatter;
  /** The lines of the file it is, from and to, counted from 1, where several chapters stand in one. */
  readonly lines?: readonly [from: number, to: number];
}

export interface SourcePart {
  readonly path?: undefined;
  readonly part: string;
  readonly within?: number;
  readonly numbered?: boolean;
}

/** What a reader is given: the folder, and what lies in it. */
export interface SourceFolder {
  /** The real path of the manuscript folder. */
  readonly root: string;
  /** The names at its top. */
  readonly names: ReadonlySet<string>;
}

/** Reads the book in a folder, where it is one of its program. */
export type SourceReader = (folder: SourceFolder) => Promise<SourceBook | undefined>;
