import type { PageStart } from '../../../book/page-map.ts';

/** The page counts as the e-book does that is held to it. */
export { textLength, undividedElements, type PageStart } from '../../../book/page-map.ts';

/** The function by which a page tells of its layout before it is painted, where somebody hears. */
export const announcement = 'announceLayout';

/** Why nothing is painted where the book stays too wide, and nothing in it is to blame. */
export const widerThanPages = 'something is wider than the text area';

/** What stands around sections that are printed without the rest of their book. */
export interface Excerpt {
  /** How many pages of the book stand before. Where they are odd, an empty one is printed for the last of them. */
  readonly pagesBefore: number;
  /** Index of the page of the book where arabic numbering begins. */
  readonly firstArabic: number;
  /** What the pages are called where the rest of the book has what is referred to, by id. */
  readonly elsewhere: Readonly<Record<string, string>>;
}

/** What the listener needs to know about the book. */
export interface PaginationOptions {
  /** Sections in order; `opens` says on which side they begin. */
  readonly sections: ReadonlyArray<{
    readonly id: string;
    readonly opens: 'right' | 'any';
    /** Running head of its right-hand pages. */
    readonly head: string;
    /** `none`: neither head nor folio on any of its pages (title page, dedication). */
    readonly furniture: 'all' | 'none';
  }>;
  /** Width of the text area in CSS pixels, whole ones as Chrome has them. */
  readonly textWidth: number;
  /** Running head of all left-hand pages. */
  readonly bookHead: string;
  /** How a term of the index is repeated at the head of a page, with `{term}`; absent: it is not. */
  readonly continued?: string;
  /** Absent: each stands on lines of its own, beside its number. */
  readonly footNotes?: FootNoteOptions;
  /** Empty pages at the end make the number of pages a multiple of this. */
  readonly pageMultiple?: number;
  /** The fewest and the most pages that the margins are made for; absent: any number. Others are not painted. */
  readonly accepted?: readonly [least: number, most: number];
  /** The id of the section where arabic numbering begins. */
  readonly firstBody: string | undefined;
  /** The ten digits of page numbers, from zero; absent: 0 to 9. */
  readonly digits?: string;
  /** Whether figures and tables stand where the text has them; absent: they may stand at the head of the next page. */
  readonly figures?: 'here';
  /** Whether blocks that are too wide are set as small as they must be, instead of being told of as what stops the book. */
  readonly shrinks?: boolean;
  /** Whether the stylesheets say where effects are declared that may turn text into something else. */
  readonly hasEffects?: boolean;
  /** Absent: the document is a whole book. */
  readonly excerpt?: Excerpt;
  /** Whether it is asked where the blocks of the document fell. */
  readonly hasPlaces?: boolean;
  /** For running heads that name the pages of the marks; absent where no section holds the book's notes. */
  readonly notes?: NoteHeadOptions;
}

/** How notes stand at the foot of pages. */
export interface FootNoteOptions {
  /** What stands beside the rule above notes that go on from the page before; absent: nothing. */
  readonly continued?: string;
  /** Where notes of one line stand: each on its own, several on a line, or in columns. */
  readonly short: 'below' | 'beside' | 'columns';
  /** Whether the number stands in the first line, and further lines begin at the edge. */
  readonly runIn: boolean;
  /** Whether they are numbered anew on each page. */
  readonly byPage?: boolean;
}

/** What the mark of a note shows that is numbered anew on its page. */
export interface NoteNumber {
  /** Its id. */
  readonly mark: string;
  /** What the document has there. */
  readonly was: string;
  readonly is: string;
}

/** What the running heads of the section of notes are made of. */
export interface NoteHeadOptions {
  /** The id of the section. */
  readonly section: string;
  /** Its notes, and the marks that count for each: ids. */
  readonly citations: ReadonlyArray<{ readonly note: string; readonly marks: ReadonlyArray<string> }>;
  /** Wording with `{first}` and `{last}`, then a shorter one. */
  readonly toPages: readonly [string, string];
  /** Wording with `{page}`, then a shorter one. */
  readonly toPage: readonly [string, string];
  /** The longest head that fits its line, in characters. */
  readonly room: number;
}

/** Where one element fell. Lengths in CSS pixels from the top left of the page's text area. */
export interface AnchorPlace {
  readonly id: string;
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

/** What of an element with a `data-block` number stands on one page, in CSS pixels from the top of the text area. */
export interface BlockPlace {
  readonly block: number;
  readonly page: number;
  readonly top: number;
  readonly bottom: number;
}

/** A page that ends more than three lines before its foot, since what comes next had no room there. */
export interface PageHole {
  readonly page: number;
  /** So many lines are free. */
  readonly lines: number;
  /** `data-block` number of the first element that begins on the next page. */
  readonly block: number;
  /** Its name. */
  readonly kind: string;
}

/** Notes of a section that do not begin at the foot of the page of their mark, by their ids. */
export interface MovedNotes {
  readonly section: string;
  readonly notes: ReadonlyArray<string>;
  /** Whether all notes of the section stand at its end, as they found no rest; or else some had no room on their page. */
  readonly atEnd: boolean;
}

export interface PaginationResult {
  readonly pages: ReadonlyArray<{ readonly label: string; readonly blank: boolean }>;
  readonly anchors: ReadonlyArray<AnchorPlace>;
  /** Where the notes at the foot of pages begin, in CSS pixels from the top of the text area. */
  readonly feet?: ReadonlyArray<{ readonly page: number; readonly y: number }>;
  /**
   * Where the pages begin, as far as elements of the document say which spots they are; `below` in CSS pixels from the
   * top of the text area.
   */
  readonly starts: ReadonlyArray<PageStart>;
  /** Where the blocks fell, page by page, in the order of the document; absent where nobody asks. */
  readonly places?: ReadonlyArray<BlockPlace>;
  /** Pages that are not full, in order; absent: there are none. */
  readonly holes?: ReadonlyArray<PageHole>;
  /** `data-block` numbers of the elements that reach beyond the text area. */
  readonly overflowing: ReadonlyArray<number>;
  /** The blocks that were set smaller so that they fit; absent: none. */
  readonly shrunk?: ReadonlyArray<number>;
  /** Where effects are declared that were left out on text, as offsets in the author's stylesheet; absent: none. */
  readonly leftOut?: ReadonlyArray<number>;
  /** The notes that do not begin at the foot of the page of their mark; absent: none. */
  readonly movedNotes?: ReadonlyArray<MovedNotes>;
  /** The marks that show another number than the document has; absent: none. */
  readonly noteNumbers?: ReadonlyArray<NoteNumber>;
  /** Whether blank pages, tables and the like moved pages for ever, and were left as they were; absent: no. */
  readonly unsettled?: boolean;
  readonly state: PrintState;
}

/**
 * What became of a print: it was painted; or not, since something overflows or the number of pages is not
 * accepted; or not yet, since what the layout asks for was put in too late for this print.
 */
export type PrintState = 'painted' | 'refused' | 'unfinished';
