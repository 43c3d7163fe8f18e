import type { AccessibilityClaims } from './accessibility.ts';
import type { Cover } from './cover.ts';
import type { EpubSettings } from './epub-settings.ts';
import type { Licence } from './licence.ts';
import type { Product } from './product.ts';
import type { Original, Series } from './other-works.ts';
import type { Severity } from './messages/rule.ts';
import type { BindingClass, Ink } from './printer.ts';
import type { Role } from './roles.ts';
import type { RightsRule, SettableRule } from './messages/rules.ts';

/** MARC relator code (https://id.loc.gov/vocabulary/relators), for example `aut`, `trl`, `edt`. */
export type Relator = string;

export interface Contributor {
  readonly name: string;
  readonly sortAs?: string;
  readonly role: Relator;
  readonly affiliation?: string;
  /** Sixteen digits in groups of four, checked: `0000-0002-1825-0097`. */
  readonly orcid?: string;
  /** Whether it is no person but a body. */
  readonly organization?: boolean;
}

export interface Publisher {
  readonly name: string;
  readonly place?: string;
  readonly url?: string;
  readonly address?: string;
  readonly email?: string;
}

export interface Subject {
  readonly text?: string;
  readonly scheme?: 'thema' | 'bisac';
  readonly code?: string;
}

export interface Identifiers {
  /** The URN by which the book is known for good, whatever of it is corrected. */
  readonly id?: string;
  /** ISBN-13 digits without hyphens, checked. */
  readonly epub?: string;
  readonly print?: string;
  readonly pdf?: string;
  readonly doi?: string;
  /** Library of Congress Control Number, normalised: `2024012345`. */
  readonly lccn?: string;
  /** Numbers of other catalogues and agencies, as printed. */
  readonly others: ReadonlyArray<{ readonly name: string; readonly value: string }>;
}

/** Who holds the copyright since when. */
export interface CopyrightNotice {
  /** Each entry a year ("2024") or a range ("2020–2024"). */
  readonly years: ReadonlyArray<string>;
  readonly holders: ReadonlyArray<string>;
}

export interface Copyright extends CopyrightNotice {
  /**
   * Notices for parts of the book: `original`, `translation`, `introduction`, `illustrations`,
   * `photographs`, `maps`, `cover`, `design`, `selection`, or a word of the author's own.
   */
  readonly parts: ReadonlyArray<CopyrightNotice & { readonly of: string }>;
  readonly statement?: string;
  readonly license?: Licence;
  readonly funding: ReadonlyArray<string>;
  readonly reuse?: {
    readonly attribution?: string;
    /** Where a reference to the book should link. */
    readonly url?: string;
    readonly extract?: { readonly characters: number };
    readonly permission?: string;
    readonly contact?: string;
  };
  readonly mining?: { readonly reserved: boolean; readonly policy?: string };
  readonly credits: ReadonlyArray<{ readonly role: string; readonly name: string }>;
  readonly disclaimer?: string;
  /** The printer's key begins with `number`, the printing this is; `history` has a line for each earlier one. */
  readonly printings?: { readonly number: number; readonly history: ReadonlyArray<string> };
  /** A cataloguing-in-publication block, its lines as the library gave them. */
  readonly cataloguing?: string;
  readonly website?: string;
  readonly privacy?: string;
  /** A line that names Colophon with its version, and the revision of the source where it is known. */
  readonly colophon?: { readonly revision?: string };
  /** Where the EPUB has the page; print always has it behind the title page. */
  readonly epubPlace: 'front' | 'back';
}

export interface Price {
  /** Absent: every product. */
  readonly product?: Product;
  /** A decimal number, as ONIX writes it: `12.99`; 0 for a book given away. */
  readonly amount: string;
  /** ISO 4217. */
  readonly currency: string;
}

/** How the book reaches the public. */
export interface Sale {
  /** Whether money is taken for it: what a non-commercial licence forbids. */
  readonly commercial: boolean;
  readonly prices: ReadonlyArray<Price>;
}

/** How grave breaches of rules are, where the book says otherwise than they do. */
export type RuleSeverities = Readonly<Partial<Record<SettableRule, Severity | 'off'>>>;

/** How grave the findings about rights are, where the book says otherwise than the rules. */
export type RightsSeverities = Readonly<Partial<Record<RightsRule, Severity | 'off'>>>;

export interface NotesSettings {
  readonly place: 'book' | 'chapter' | 'foot';
  readonly numbering: 'book' | 'chapter' | 'page'; // In e-books, which have no pages, that is by chapter.
  /** Whether words say so where a note at the foot of a page goes on from the page before. */
  readonly continued?: boolean;
  /** Where notes of one line stand at the foot of a page: below each other, side by side, or in columns. */
  readonly short?: 'below' | 'beside' | 'columns';
  /** Whether numbers hang in a column of their own at the foot of a page, or stand in the first line. */
  readonly form?: 'hanging' | 'run-in';
  /** Heading of the section of notes, or of each chapter's list, in place of the usual word. */
  readonly title?: string;
  /** A paragraph of plain text between the heading and the first note of the section. */
  readonly introduction?: string;
  /** The section of notes stands before the first section of this role; by default before index and colophon. */
  readonly before?: Role;
  /** How the manuscript writes notes: `[^label]`, or `[1]` with lists of `[1] …` at the end of the files. */
  readonly style: 'footnotes' | 'bracketed';
  /** The second series, at the foot of each chapter. */
  readonly marked: {
    /** Absent: at the end of the chapter. */
    readonly place?: 'foot';
    /** `symbols`: *, †, ‡, §, ‖, ¶, then doubled; `letters`: a, b, c. */
    readonly signs: 'symbols' | 'letters';
    /** Heading of each list; without it a short rule alone sets the notes off. */
    readonly title?: string;
  };
}

/**
 * Where spaces stand before and within punctuation, if the language has such (French): `language`, wherever
 * it wants them; `typed`, only where the author has one.
 */
export type PunctuationSpaces = 'language' | 'typed';

/** `dropcap`: a large initial letter, then small capitals; `smallcaps`: small capitals alone. */
export const openingStyles = ['plain', 'dropcap', 'smallcaps'] as const;
export type OpeningStyle = (typeof openingStyles)[number];

/** Measures in PDF points (1/72 in). */
export interface PrintSettings {
  readonly trim: { readonly width: number; readonly height: number };
  readonly bleed: number;
  /** Where chapters may open: on right-hand pages only, on any page, or, if they are long, on the right. */
  readonly openings: 'right' | 'any' | 'auto';
  /** Where captioned figures and tables stand that have no room on their page; absent: at the head of the next. */
  readonly figures?: 'float' | 'here';
  /** Only those the book states. */
  readonly margins?: {
    readonly inside?: number;
    readonly outside?: number;
    readonly top?: number;
    readonly bottom?: number;
  };
  /**
   * What the binding takes: `auto` (the default) widens an inside margin that is below what
   * printers ask for at the number of pages; a measure is added to the inside margin.
   */
  readonly gutter?: 'auto' | 'none' | number;
  readonly fontSize?: number;
  /** Baseline to baseline. */
  readonly lineHeight?: number;
  /** Blank pages at the end make the number of pages a multiple of this. */
  readonly pageMultiple?: number;
  /** Whether a page with the title alone comes before the title page; never in the e-book. */
  readonly halfTitle?: boolean;
  readonly theme: string;
  /** Type of 16 points and more, ragged and unhyphenated, for readers with low vision. */
  readonly largePrint?: boolean;
  /** How the text of chapters begins; `plain` by default. */
  readonly openingStyle?: OpeningStyle;
  /** The paper, by the name the printer's data has for it; without a printer, any words. */
  readonly paper?: string;
  /** Whose data decide what the book does not state: the name of a file of `templates/printers/`. */
  readonly printer?: string;
  /** What the binding takes by number of pages, of the printer's data; `gutter: auto` asks for it. */
  readonly binding?: ReadonlyArray<BindingClass>;
  /** What the printer keeps free along the outer, upper and lower edge, in points; none by default. */
  readonly edge?: number;
  /** Where pages of the press edition have bleed: by default on all sides, or not at the fold. */
  readonly bleedSides?: 'all' | 'outside';
  /** Whether crop marks and a slug line stand around the pages of the press edition. */
  readonly marks?: boolean;
  /** The colour profile of the press: `coated`, `uncoated`, or the path of an .icc in the manuscript folder. */
  readonly profile?: string;
  /** In what the interior is printed: in black alone, or in colour where the book has it, which is the default. */
  readonly ink?: Ink;
}

/** The instant of a book that nothing dates. */
export const undated = '2000-01-01T00:00:00Z';

export interface Metadata {
  readonly title: string;
  readonly subtitle?: string;
  /** The title as it stands in an alphabetical list, where the book says so. */
  readonly sortAs?: string;
  /** BCP 47. */
  readonly language: string;
  /** BCP 47, of further languages that parts of the text are in. */
  readonly languages?: ReadonlyArray<string>;
  readonly contributors: ReadonlyArray<Contributor>;
  readonly publisher?: Publisher;
  /** ISO 8601: a year, a year and month, or a full date. */
  readonly date?: string;
  readonly edition?: string;
  readonly description?: string;
  readonly subjects: ReadonlyArray<Subject>;
  readonly series?: Series;
  readonly original?: Original;
  readonly identifiers: Identifiers;
  readonly cover?: Cover;
  readonly accessibility?: AccessibilityClaims;
  readonly copyright: Copyright;
  readonly sale: Sale;
  readonly rights: RightsSeverities;
  /** Only where book.yaml sets any. */
  readonly rules?: RuleSeverities;
  readonly notes: NotesSettings;
  readonly punctuation: { readonly spaces: PunctuationSpaces };
  readonly contents: { readonly depth: 1 | 2 | 3 };
  readonly numbering: {
    /** Whether chapters are counted through the book, or anew in each part. */
    readonly chapters: 'book' | 'part';
    /** Whether figures and tables are counted through the book, or anew in each numbered section. */
    readonly figures: 'book' | 'chapter';
    readonly tables: 'book' | 'chapter';
  };
  /** Which lists stand behind the contents. */
  readonly lists: { readonly figures: boolean; readonly tables: boolean };
  readonly print: PrintSettings;
  readonly epub: EpubSettings;
  /** ASCII stem of the artifact names, from the title. */
  readonly slug: string;
  /** ISO 8601 instant in UTC for `dcterms:modified` and the PDF dates; never the clock. */
  readonly modified: string;
}
