import type { Role } from './roles.ts';

/** MARC relator code (https://id.loc.gov/vocabulary/relators), for example `aut`, `trl`, `edt`. */
export type Relator = string;

export interface Contributor {
  readonly name: string;
  readonly sortAs?: string;
  readonly role: Relator;
  readonly affiliation?: string;
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
  /** ISBN-13 digits without hyphens, checked. */
  readonly epub?: string;
  readonly print?: string;
  readonly pdf?: string;
  readonly doi?: string;
}

export interface Licence {
  /** SPDX id where there is one. */
  readonly id?: string;
  readonly name: string;
  readonly url?: string;
}

export interface Copyright {
  /** Each entry a year ("2024") or a range ("2020–2024"). */
  readonly years: ReadonlyArray<string>;
  readonly holders: ReadonlyArray<string>;
  readonly statement?: string;
  readonly license?: Licence;
  readonly funding: ReadonlyArray<string>;
  readonly reuse?: {
    readonly attribution?: string;
    readonly extract?: { readonly characters: number };
    readonly permission?: string;
    readonly contact?: string;
  };
  readonly mining?: { readonly reserved: boolean; readonly policy?: string };
  readonly credits: ReadonlyArray<{ readonly role: string; readonly name: string }>;
  readonly disclaimer?: string;
  readonly printings: boolean;
}

export interface NotesSettings {
  readonly place: 'book' | 'chapter';
  readonly numbering: 'book' | 'chapter';
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
    /** `symbols`: *, †, ‡, §, ‖, ¶, then doubled; `letters`: a, b, c. */
    readonly signs: 'symbols' | 'letters';
    /** Heading of each list; without it a short rule alone sets the notes off. */
    readonly title?: string;
  };
}

/** Measures in PDF points (1/72 in). */
export interface PrintSettings {
  readonly trim: { readonly width: number; readonly height: number };
  readonly bleed: number;
  /** Where chapters may open: on right-hand pages only, or on any page. */
  readonly openings: 'right' | 'any';
  readonly theme: string;
  readonly paper?: string;
}

export interface Metadata {
  readonly title: string;
  readonly subtitle?: string;
  /** BCP 47. */
  readonly language: string;
  readonly contributors: ReadonlyArray<Contributor>;
  readonly publisher?: Publisher;
  /** ISO 8601: a year, a year and month, or a full date. */
  readonly date?: string;
  readonly edition?: string;
  readonly description?: string;
  readonly subjects: ReadonlyArray<Subject>;
  readonly series?: { readonly name: string; readonly position?: number };
  readonly identifiers: Identifiers;
  /** `image` is relative to the manuscript folder. */
  readonly cover?: { readonly image: string; readonly alt: string };
  readonly copyright: Copyright;
  readonly notes: NotesSettings;
  readonly contents: { readonly depth: 1 | 2 | 3 };
  readonly print: PrintSettings;
  /** ASCII stem of the artifact names, from the title. */
  readonly slug: string;
  /** ISO 8601 instant in UTC for `dcterms:modified` and the PDF dates; never the clock. */
  readonly modified: string;
}
