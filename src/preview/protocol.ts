/*
 * What the server of a preview and its page say to each other. Lengths are in PDF points.
 */

/** All that changes while a preview runs; the page is told of it whole, whenever something has changed. */
export interface PreviewState {
  readonly title: string;
  /** Absolute path of the manuscript folder, for links that editors follow. */
  readonly folder: string;
  /** The scheme of addresses by which the editor of this machine opens a line. */
  readonly editor: EditorScheme;
  readonly status: Status;
  /** The print that is shown: the last one there was. */
  readonly print?: PrintNews;
  /** Number of the e-book that is shown; its files are below `book/<number>/`. */
  readonly book?: number;
  /** What it has otherwise than the one before; absent where that is not known. */
  readonly bookEdit?: BookEdit;
  /** Number of the cover that is shown; its file is `cover/<number>.pdf`. */
  readonly cover?: number;
  /** Of the last build that came to an end. */
  readonly messages: ReadonlyArray<ShownMessage>;
  readonly facts: ReadonlyArray<Fact>;
}

/** A document of an e-book that was written anew. */
export interface BookEdit {
  /** Number of the e-book that is the same but for it. */
  readonly before: number;
  /** Its path in the container. */
  readonly path: string;
}

/** Editors that open a file at a line by an address: `<scheme>://file/<path>:<line>:<column>`, JetBrains' in words of their own. */
export type EditorScheme = 'vscode' | 'vscode-insiders' | 'vscodium' | 'cursor' | 'windsurf' | 'zed' | 'idea';

/** What is going on. */
export interface Status {
  readonly kind: 'building' | 'built' | 'errors' | 'failed';
  /** One line: the step at work, how long the last build took, or why it failed. */
  readonly text: string;
  /** What was changed before the build at work, or else the last one: paths in the manuscript folder. */
  readonly changed: ReadonlyArray<string>;
}

/** A print of the book; what is known of its pages is `print/<number>.json`, of its blocks `places/<number>.json`. */
export interface PrintNews {
  readonly number: number;
  /** Path of the file that is new in it. */
  readonly file: string;
}

export interface ShownMessage {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The page of a PDF, from 1, where it is about one. */
  readonly page?: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly rule: string;
  readonly reason: string;
  readonly hint: string;
}

/** Something worth knowing of the book. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** What is known of the pages of a print. */
export interface PrintFacts {
  /** Whether the book is read from right to left: its first page is then a left-hand one. */
  readonly isRightToLeft?: boolean;
  readonly pages: ReadonlyArray<FactsPage>;
  readonly geometry: PageGeometry;
  readonly contents: ReadonlyArray<ContentsEntry>;
  /** Where the sections begin, in the order of the pages. */
  readonly sections: ReadonlyArray<{ readonly id: string; readonly page: number }>;
  /** None in `print/<number>.json`: they are many, and asked for later. */
  readonly blocks: ReadonlyArray<BlockPart>;
}

export interface FactsPage {
  readonly label: string;
  readonly blank: boolean;
  /** Path of the PDF that has it; empty for an empty page that none has. */
  readonly file: string;
  /** Its number in the file, from 1. */
  readonly number: number;
}

/** What of a block of the manuscript stands on one page: {@link import('../book/page-map.ts').BlockPart}. */
export interface BlockPart {
  readonly page: number;
  readonly top: number;
  readonly bottom: number;
  readonly from: number;
  readonly to: number;
  readonly file: string;
  readonly line: number;
  readonly lastLine: number;
}

/** The page on its sheet, whose upper left corner holds the bleed and then the trimmed page. */
export interface PageGeometry {
  readonly sheet: { readonly width: number; readonly height: number };
  readonly trim: { readonly width: number; readonly height: number };
  readonly bleed: number;
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly inside: number;
    readonly outside: number;
  };
}

export interface ContentsEntry {
  readonly id: string;
  readonly title: string;
  /** Index of its page. */
  readonly page: number;
  readonly children: ReadonlyArray<ContentsEntry>;
}
