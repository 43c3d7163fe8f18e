import type { Root as HastRoot } from 'hast';
import type { Root as MdastRoot } from 'mdast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { Bytes } from './bytes.ts';
import type { Concordance } from './concordance.ts';
import type { Product } from './product.ts';
import type { Labels } from './labels.ts';
import type { Metadata, OpeningStyle } from './metadata.ts';
import type { RightsRegister } from './rights.ts';
import type { Role } from './roles.ts';

export type Mdast = MdastRoot;
export type Hast = HastRoot;

/** A heading inside a section, in document order; `text` is plain and free of note marks. */
export interface Heading {
  readonly id: string;
  /** 1 for the section's own title, 2 to 6 below it. */
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6;
  readonly text: string;
  /** The heading with its inline markup, where plain text cannot show all of it: raised figures, formulas. */
  readonly titleTree?: Mdast;
}

/**
 * A section of the book: one EPUB document, one run of PDF pages.
 *
 * As mdast, `tree` is the content below the title: the title itself stands in `title` and
 * `titleTree`. As hast, `tree` holds one `<section>` element with its opening (number,
 * title, subtitle, author) and the content. Sections without a printed title (a
 * dedication, the title page) have `untitled: true`; their `title` still names them in
 * contents and navigation.
 */
export interface Section<Tree extends Mdast | Hast = Mdast> {
  /** Unique in the book, ASCII: the EPUB file name and the anchor of the section. */
  readonly id: string;
  readonly role: Role;
  /** Plain text, free of note marks. */
  readonly title: string;
  /** The title with its inline markup; the children of the root are phrasing content. */
  readonly titleTree: Tree;
  readonly untitled: boolean;
  readonly subtitle?: string;
  readonly author?: string;
  /** BCP 47, where it differs from the book's. */
  readonly language?: string;
  /** Whether the section counts among the numbered ones. */
  readonly numbered: boolean;
  /** The printed number ("7", "II"), given by matter/number-sections. */
  readonly number?: string;
  /** Whether contents and navigation list the section. */
  readonly toc: boolean;
  /** The products that have the section; absent: all. */
  readonly products?: ReadonlyArray<Product>;
  /** How its text begins, where it differs from the book's. */
  readonly opening?: OpeningStyle;
  /** The id of the part section this one belongs to. */
  readonly part?: string;
  /** Headings of depth 2 and deeper in `tree`. */
  readonly headings: ReadonlyArray<Heading>;
  readonly tree: Tree;
  /** The source, and the collector of every message about this section. */
  readonly file: VFile;
}

/**
 * The two series of notes: the numbered one, and the one with signs of its own (*, †, ‡), as
 * editors and translators use it, printed at the foot of the chapter.
 */
export type NoteSeries = 'numbered' | 'marked';

/** An endnote: its text lifted out of the chapter, its marks still in place. */
export interface Note<Tree extends Mdast | Hast = Mdast> {
  /** Unique in the book: the anchor of the note's text. */
  readonly id: string;
  /** The author's own label, as in `[^label]`. */
  readonly label: string;
  readonly series: NoteSeries;
  /** The id of the section whose file defines the note; absent for notes of the shared file. */
  readonly section?: string;
  /** BCP 47, where a note of the shared file is not in the language of the book. */
  readonly language?: string;
  /** Flow content. */
  readonly tree: Tree;
  readonly file: VFile;
}

/** What the text asks files for. */
export type AssetKind = 'image' | 'audio' | 'video' | 'captions';

/** A place in the manuscript that asks for a file. */
export interface AssetReference {
  /** Relative to the manuscript folder, with forward slashes, percent-decoded, normalised. */
  readonly path: string;
  readonly file: VFile;
  readonly position?: Position;
  /** The text alternative of an image, where it has one. */
  readonly alt?: string;
  /** The source of a drawing that is written in the text; no file has the path then. */
  readonly drawing?: string;
  /** The bytes of a picture that is kept in the text; no file has the path then. */
  readonly kept?: Uint8Array;
  /** What it is; an image by default. */
  readonly kind?: AssetKind;
}

/** A file the book carries along: an image, a font. */
export interface Asset {
  /** Relative to the manuscript folder, with forward slashes. */
  readonly path: string;
  readonly bytes: Bytes;
  readonly mediaType: string;
  /** CSS pixels, where the format states them. */
  readonly width?: number;
  readonly height?: number;
  /** What of a picture e-readers may not show right, as the end of a sentence; undefined where all do. */
  readonly unfit?: string;
}

/** The whole book as plain data; every step is a function on it. */
export interface Book<Tree extends Mdast | Hast = Mdast> {
  readonly metadata: Metadata;
  /** Title and subtitle with their inline markup, as phrasing content, where they have any. */
  readonly titleTrees?: { readonly title?: Mdast; readonly subtitle?: Mdast };
  /** Fixed wording in the language of the book. */
  readonly labels: Labels;
  readonly front: ReadonlyArray<Section<Tree>>;
  readonly body: ReadonlyArray<Section<Tree>>;
  readonly back: ReadonlyArray<Section<Tree>>;
  /** In the order of their definitions; matter/endnotes places and numbers them. */
  readonly notes: ReadonlyArray<Note<Tree>>;
  /** What is declared of borrowed images and quotations. */
  readonly rights: RightsRegister;
  /** What index.yaml declares of the index. */
  readonly concordance?: Concordance;
  /**
   * The page a publisher may reorder: Markdown whose `{placeholders}` the metadata fills; a
   * paragraph with one that has no value is left out.
   */
  readonly copyrightTemplate: Mdast;
  /** The file of `copyrightTemplate`, which collects messages about it. */
  readonly copyrightTemplateFile?: VFile;
}

/** A font of the author's, at hand: texts are measured with it. */
export interface OwnFont extends Asset {
  readonly bytes: Uint8Array;
}

/** The author's fonts, by path. */
export type OwnFonts = ReadonlyMap<string, OwnFont>;

/** The files the book carries along, by path. */
export type Assets = ReadonlyMap<string, Asset>;

/** A step that adds pages the author did not write. */
export type Attach = (book: Book) => Book;

/** Whether a section is one of those nobody wrote: its file has no text. */
export function isGenerated({ file }: Section<Mdast | Hast>): boolean {
  return file.value === undefined;
}

/** Every section in reading order. */
export function sections<Tree extends Mdast | Hast>(book: Book<Tree>): Section<Tree>[] {
  return [...book.front, ...book.body, ...book.back];
}
