import type { AnchorPlace, PaginationOptions } from '../page/pagination.ts';

/** The print layout as it is now: to be read anew after every change. */
export interface Layout {
  /** Where each page begins, from the top, in CSS pixels. */
  readonly tops: ReadonlyArray<number>;
  /** Index of the page a rectangle lies on, or begins on. */
  readonly pageAt: (rect: DOMRect) => number;
  readonly pageOf: (element: Element | null) => number;
  /** Index of the page on which each section begins. */
  readonly starts: ReadonlyArray<number>;
  /** What each page is called. */
  readonly labels: ReadonlyArray<string>;
  readonly blanks: ReadonlySet<number>;
}

/** The numbers behind one term of the index, each with the link that shows it. */
export type LocatorLine = ReadonlyArray<{
  readonly link: HTMLElement;
  readonly text: string;
  readonly main: boolean;
}>;

/** What decides how wide characters are; values as computed styles have them. */
export interface Face {
  /** The same for equal faces. */
  readonly key: string;
  readonly font: string;
  readonly caps: string;
  readonly letterSpacing: string;
  readonly numerals: string;
}

/** Text of one face. */
export interface Run {
  readonly node: Text;
  readonly face: Face;
  /** Whose patterns divide its words: empty for those of nobody, absent where words stay whole. */
  readonly language?: string;
  /** Where soft hyphens stood: they count in words that patterns do not divide. */
  readonly points: ReadonlyArray<number>;
}

/** A justified paragraph of nothing but text. Lengths in CSS pixels. */
export interface Paragraph {
  readonly element: HTMLElement;
  readonly runs: ReadonlyArray<Run>;
  readonly face: Face;
  /** How wide it is expected to be on the page. */
  readonly width: number;
  readonly indent: number;
  readonly size: number;
  readonly lineHeight: number;
}

/** What stays together in a line, and how a line may end after it. Lengths in CSS pixels. */
export interface Piece {
  readonly text: string;
  readonly width: number;
  /** Width of the space after it. */
  readonly space: number;
  /** Width of the hyphen it ends with where it ends a line inside a word. */
  readonly hyphen: number;
  readonly end: 'space' | 'hyphen' | 'typed-hyphen' | 'dash';
  /** Where it begins and stops in the text of the paragraph. */
  readonly start: number;
  readonly stop: number;
}

/** A soft hyphen to be put into a paragraph, or how a part of it is to be set. */
export interface Edit {
  /** Where in the text of the paragraph. */
  readonly at: number;
  /** The end of the part; absent for a soft hyphen. */
  readonly until?: number;
  /** Whether the part is kept together in a line. */
  readonly together?: boolean;
  /** What is added to the spaces of the part, in pixels; absent where it is as in the whole paragraph. */
  readonly spacing?: number;
}

/** Places in words after which a hyphen may end the line, by language and word. */
export type Hyphenation = Readonly<Record<string, Readonly<Record<string, ReadonlyArray<number>>>>>;

/**
 * The functions sent to the page, where they know each other by this object alone: each is
 * sent as its source, so none may refer to anything outside itself.
 */
export interface PageTools {
  readonly options: PaginationOptions;
  /** The empty pages before sections that open on the right, by section. */
  readonly blanks: Map<Element, HTMLElement>;
  /** The empty pages after the last section. */
  readonly endBlanks: HTMLElement[];
  /** Element of each section, in order. */
  readonly sections: ReadonlyArray<HTMLElement | null>;
  layout: () => Layout;
  anchors: (layout: Layout) => AnchorPlace[];
  improve: () => boolean;
  /** Finds what is too large to be treated as usual; the function returned marks it. */
  findOversized: () => () => void;
  /** Puts empty pages in, and takes out those no longer needed. */
  insertBlanks: (layout: Layout) => void;
  /** Whether every section opens on its side and the pages are as many as they should be. */
  inPlace: (layout: Layout) => boolean;
  /** By how much of itself a space may become narrower. */
  shrink: number;
  hyphenation: Hyphenation;
  paragraphs: ReadonlyArray<Paragraph>;
  /** The words of the paragraphs that may be divided, by language. */
  longWords: () => Record<string, string[]>;
  textWidth: (text: string, face: Face) => number;
  piecesOf: (paragraph: Paragraph) => Piece[];
  optimumBreaks: (
    text: { readonly pieces: ReadonlyArray<Piece>; readonly indent: number; readonly runt: number },
    measure: number,
    forbidden: ReadonlySet<number>,
  ) => number[] | undefined;
  /** Carries out edits, given in the order of the text; the function returned takes them back. */
  edit: (paragraph: Paragraph, edits: ReadonlyArray<Edit>) => () => void;
  setLines: (hyphenation: Hyphenation) => void;
  /** Finds paragraphs whose lines must be set anew; the function returned does so. */
  findMisfits: () => () => void;
  /** Finds the hyphens that end lines; the function returned makes them characters of their own. */
  findHyphens: () => () => void;
  /** Whether the last search found none. */
  linesSettled: () => boolean;
  fillNumbers: (layout: Layout) => boolean;
  /** What stands behind each term of the index. */
  locators: (layout: Layout) => LocatorLine[];
  /** Writes it there; whether anything changed. */
  fillLocators: (lines: ReadonlyArray<LocatorLine>) => boolean;
  /** Finds the terms of the index to be repeated at heads of pages; the function returned does so, and says whether anything changed. */
  findContinuedTerms: (layout: Layout) => () => boolean;
  overflowing: (narrowed: boolean) => number[];
  noteHeads: (layout: Layout) => ReadonlyMap<number, string>;
  fillMargins: (layout: Layout, noteHeads: ReadonlyMap<number, string>) => void;
}

/** The names under which state is left on the page's `window`. */
export interface PageWindow {
  colophonTools: PageTools;
}
