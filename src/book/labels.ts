/**
 * Fixed wording in the language of the book, read from `templates/languages/<language>.json`.
 * Placeholders in braces are filled by {@link fill}.
 */
export interface Labels {
  /** What the EPUB says of its accessibility, in sentences. */
  readonly accessibility: {
    readonly reflow: string;
    /** Said where every picture that is no decoration has a text alternative. */
    readonly described: string;
    /** Said where some have none. */
    readonly undescribed: string;
    readonly formulas: string;
  };
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
  /** Accessible name of a link from a work of the bibliography to a place that cites it: `Back to citation {index}`. */
  readonly backToCitation: string;
  /** What stands over the works that are cited. */
  readonly bibliography: string;
  readonly chapter: string;
  readonly part: string;
  readonly figure: string;
  readonly table: string;
  /** In front of a caption: `Figure {number}.` */
  readonly captions: { readonly figure: string; readonly table: string };
  /** What the text calls something elsewhere in the book, inside a sentence. */
  readonly references: {
    readonly figure: string;
    readonly table: string;
    readonly chapter: string;
    readonly part: string;
    readonly appendix: string;
    readonly note: string;
    /** A heading: `section “{title}”` */
    readonly section: string;
    /** What has no number and no name for its kind: `“{title}”` */
    readonly title: string;
    /** `page {page}` */
    readonly page: string;
    /** Behind a reference: `, page {page}` */
    readonly withPage: string;
  };
  /** What stands over a box that has no title of its own. */
  readonly alerts: {
    readonly note: string;
    readonly tip: string;
    readonly important: string;
    readonly warning: string;
    readonly caution: string;
  };
  readonly listOfFigures: string;
  readonly listOfTables: string;
  /** Title of the index. */
  readonly index: string;
  /** `See {entries}`: where an entry sends readers instead. */
  readonly indexSee: string;
  /** `See also {entries}` */
  readonly indexSeeAlso: string;
  /** A term whose sub-entries go on at the head of a page, with `{term}`. */
  readonly indexContinued: string;
  readonly landmarks: string;
  /** What a website of the book says of itself. */
  readonly site: {
    /** A link over everything else that leads to the text. */
    readonly skip: string;
    readonly search: string;
    /** Said where a search has found nothing. */
    readonly nothing: string;
    /** How many places a search has found: `{count} found` */
    readonly found: string;
    /** Links to the pages before and behind. */
    readonly previous: string;
    readonly next: string;
    /** What a button is called that makes pages light or dark. */
    readonly appearance: string;
  };
  readonly taskDone: string;
  readonly taskOpen: string;
  /** Between the last two of several names. */
  readonly and: string;
  readonly allRightsReserved: string;
  /** What a copyright notice of a part of the book is for, by the words of `copyright.parts`. */
  readonly notices: Readonly<Record<string, string>>;
  /** `This work is licensed under {license}.` */
  readonly licensedUnder: string;
  /** `To view a copy of this license, visit {url}.` */
  readonly licenseCopy: string;
  /** The licences of Creative Commons, as their texts in the language of the book name them. */
  readonly creativeCommons: {
    /** `This work is licensed under a {license} License.` */
    readonly licensed: string;
    readonly BY: string;
    readonly NC: string;
    readonly ND: string;
    readonly SA: string;
    /** Two of these words: `{first}-{second}` */
    readonly both: string;
    /** After the number of a version 4.0. */
    readonly international: string;
    /** After the number of an older version. */
    readonly unported: string;
  };
  /** CC0: `… all rights to this work have been waived ({license}).` */
  readonly waived: string;
  /** Public Domain Mark: `This work is free of known copyright restrictions ({license}).` */
  readonly publicDomain: string;
  /** `References to this work should link to {url}.` */
  readonly referenceLink: string;
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
  /** In parentheses, after the ISBN of the edition in hand. */
  readonly thisEdition: string;
  /** `Originally published as {title}` */
  readonly originalEdition: string;
  /** `Originally published in {language} as {title}` */
  readonly originalEditionIn: string;
  readonly website: string;
  readonly privacy: string;
  /** `Made with Colophon {version}` */
  readonly madeWith: string;
  /** `Made with Colophon {version} from revision {revision}` */
  readonly madeFrom: string;
  /** Title of the section that names the owners of borrowed images and quotations. */
  readonly creditsPage: string;
  readonly creditsImages: string;
  readonly creditsSources: string;
  /** Said of a borrowed image that the book shows changed. */
  readonly creditAltered: string;
  /** Wording by MARC relator code for the title page: `Translated by {names}`. */
  readonly credits: Readonly<Record<string, string>>;
}

/** The wording with each `{name}` replaced by its value. */
export function fill(wording: string, values: Readonly<Record<string, string | number>>): string {
  return wording.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
