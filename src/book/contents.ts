/** A section of a release, as its manifest tells of it. */
export interface ReleasedSection {
  /** Of the section in the book: the same from edition to edition. */
  readonly id: string;
  readonly role: string;
  readonly title: string;
  /** As printed: "7", "II". */
  readonly number?: string | undefined;
  /** Index of the page of the printed book on which it begins. */
  readonly page?: number | undefined;
  /** How many pages it has of the printed book. */
  readonly pages?: number | undefined;
  readonly words: number;
  readonly notes: number;
  /** Of its words and those of its notes, without marks and formulas. */
  readonly sha256: string;
}

/** A page of the printed book, as a manifest tells of it. */
export interface ReleasedPage {
  /** As viewers call it. */
  readonly label: string;
  /** Its first words, where they are known: those behind its mark in the e-book. */
  readonly begins?: string | undefined;
}

/** A picture or a recording of the manuscript, as a manifest tells of it. */
export interface ReleasedMedium {
  /** In the folder of the manuscript. */
  readonly path: string;
  /** What it says to those who do not see it, where it is first. */
  readonly alt?: string | undefined;
  readonly mediaType?: string | undefined;
  /** CSS pixels, where the format states them. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly sha256: string;
}
