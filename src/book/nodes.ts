import type { Properties } from 'hast';
import type {
  BlockContent,
  Data,
  DefinitionContent,
  Node,
  Parent,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast';
import type { NoteSeries } from './book.ts';

/** The mark of a note in the running text, in place of GFM's footnoteReference. */
export interface NoteReference extends Node {
  type: 'noteReference';
  /** The author's label. */
  label: string;
  series: NoteSeries;
  /** {@link Note.id} of the note it cites. */
  noteId: string;
  /** Unique in the book: where the back link goes. */
  anchor: string;
  /** The printed number or sign; given by matter/endnotes. */
  number?: string;
}

/** The notes of the book or of a chapter, all of one series. */
export interface NoteList extends Parent {
  type: 'noteList';
  series: NoteSeries;
  /** The number of the first note; 1 for marked notes. */
  start: number;
  /** Characters of the longest number to make room for, in this list and in those it is aligned with. */
  digits?: number;
  children: NoteItem[];
}

/** One note with its text. */
export interface NoteItem extends Parent {
  type: 'noteItem';
  noteId: string;
  /** The printed number ("7") or sign ("†"). */
  number: string;
  /** What the number is; absent for signs. */
  count?: number;
  /** The anchors of the marks that cite it, in reading order. */
  citations: string[];
  children: Array<BlockContent | DefinitionContent>;
}

/**
 * A place the index leads to: its children are the words marked, printed as they are. The anchor
 * is the `id` of its properties; a title repeated elsewhere is without.
 */
export interface IndexMark extends Parent {
  type: 'indexMark';
  data: Data & { hName: 'span'; hProperties: Properties };
  /** The term and up to two sub-entries below it; `*…*` encloses italics. */
  path: ReadonlyArray<string>;
  /** What the last of them is sorted by, where it is not its own text. */
  sort?: string;
  /** Whether it begins or ends a passage that one locator stands for. */
  range?: 'start' | 'end';
  /** Whether this is the principal place of its entry. */
  main: boolean;
  /** The entries a reader is sent to instead, `;` between them. */
  see?: string;
  /** The entries a reader is sent to as well. */
  also?: string;
  /** Whether it comes from the concordance. */
  found: boolean;
  children: PhrasingContent[];
}

/** An illustration: an image alone in its paragraph, or what stands in `:::figure`. */
export interface Figure extends Parent {
  type: 'figure';
  /** Whether it counts among the numbered figures. */
  numbered?: boolean;
  /** The printed number ("7", "3.1"); given by matter/number-elements. */
  number?: string;
  /** What the list of figures says in place of a long caption. */
  shortTitle?: string;
  children: Array<RootContent | FigureCaption>;
}

/** A table with a caption or a number, as it stands in `:::table`. */
export interface CaptionedTable extends Parent {
  type: 'captionedTable';
  numbered?: boolean;
  number?: string;
  shortTitle?: string;
  /** The caption, if there is one, and the table. */
  children: Array<FigureCaption | Table>;
}

/** The caption of a figure or table: running text, or paragraphs where it has several. */
export interface FigureCaption extends Parent {
  type: 'figureCaption';
  children: RootContent[];
}

/** A reference to something else in the book, in place of `:ref[target]` or `:page[target]`. */
export interface CrossReference extends Node {
  type: 'crossReference';
  /** As the author names it. */
  target: string;
  /** The id in the book it leads to; given once all files are read. */
  targetId?: string;
  /** What it shows: `page` is "page 41", `page-number` is "41"; `number` is that of a figure, a table, a chapter. */
  shows: 'name' | 'number' | 'name-and-page' | 'page' | 'page-number';
  /** Whether it begins a sentence. */
  capital: boolean;
  /** The author's own words for it. */
  text?: string;
}

/** A citation of works that a bibliography lists, until matter/citations makes words or a note of it. */
export interface Citation extends Node {
  type: 'citation';
  /** Whether the names of the authors are part of the sentence, as in `@doe says`. */
  inText: boolean;
  /** In the order of the author. */
  works: CitedWork[];
}

/** One work of a citation. */
export interface CitedWork {
  key: string;
  /** What stands before and behind it, with the inline markup of CSL: `<i>`, `<b>`. */
  prefix?: string;
  suffix?: string;
  /** Where in the work: "12–14". */
  locator?: string;
  /** What the locator counts, as CSL calls it: `page`, `chapter`. */
  label?: string;
  /** Whether the names of its authors are left out. */
  authorless?: boolean;
}

/** Where the author wants the bibliography, in place of `::bibliography`. */
export interface BibliographyPlace extends Node {
  type: 'bibliographyPlace';
}

/** An element mdast has no node of its own for: mdast-util-to-hast builds it from `data`. */
export interface ElementNode extends Parent {
  type: 'element';
  data: Data & { hName: string; hProperties: Properties };
  children: RootContent[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    noteReference: NoteReference;
    indexMark: IndexMark;
    crossReference: CrossReference;
    citation: Citation;
    element: ElementNode;
  }
  interface BlockContentMap {
    noteList: NoteList;
    bibliographyPlace: BibliographyPlace;
    figure: Figure;
    captionedTable: CaptionedTable;
    element: ElementNode;
  }
  interface RootContentMap {
    noteReference: NoteReference;
    noteList: NoteList;
    noteItem: NoteItem;
    indexMark: IndexMark;
    crossReference: CrossReference;
    citation: Citation;
    bibliographyPlace: BibliographyPlace;
    figure: Figure;
    captionedTable: CaptionedTable;
    figureCaption: FigureCaption;
    element: ElementNode;
  }
}
