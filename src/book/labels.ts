/**
 * Fixed wording in the language of the book, read from `templates/locales/<language>.json`.
 * Placeholders in braces are filled by {@link fill}.
 */
export interface Labels {
  readonly cover: string;
  readonly titlePage: string;
  readonly copyrightPage: string;
  readonly dedication: string;
  readonly epigraph: string;
  readonly contents: string;
  readonly notes: string;
  /** Running head of the pages of notes: `Notes to pages {first}–{last}`. */
  readonly notesToPages: string;
  /** As `notesToPages`, where all marks stand on one page: `Notes to page {page}`. */
  readonly notesToPage: string;
  /** Accessible name of a note mark: `Note {number}`. */
  readonly noteMark: string;
  /** Accessible name of a back link: `Back to note mark {number}`. */
  readonly backlink: string;
  /** As `backlink`, for a note cited several times: `Back to citation {index} of note {number}`. */
  readonly backlinkNth: string;
  readonly chapter: string;
  readonly part: string;
  readonly figure: string;
  readonly table: string;
  readonly landmarks: string;
  readonly taskDone: string;
  readonly taskOpen: string;
  /** Between the last two of several names. */
  readonly and: string;
  readonly allRightsReserved: string;
  /** `This work is licensed under {license}.` */
  readonly licensedUnder: string;
  /** `No more than {characters} characters may be quoted without permission.` */
  readonly extractLimit: string;
  /** `Contact: {contact}` */
  readonly permissionContact: string;
  readonly miningReserved: string;
  /** `Policy: {policy}` */
  readonly miningPolicy: string;
  /** `First published {date}` */
  readonly published: string;
  /** `Published by {publisher}` */
  readonly publishedBy: string;
  readonly isbnEpub: string;
  readonly isbnPrint: string;
  readonly isbnPdf: string;
  readonly thisEdition: string;
  /** Wording by MARC relator code for the title page: `Translated by {names}`. */
  readonly credits: Readonly<Record<string, string>>;
}

/** The wording with each `{name}` replaced by its value. */
export function fill(wording: string, values: Readonly<Record<string, string | number>>): string {
  return wording.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
