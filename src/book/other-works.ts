/** The work this one is a translation or a new edition of. */
export interface Original {
  readonly title: string;
  /** BCP 47. */
  readonly language?: string;
  readonly author?: string;
  readonly publisher?: string;
  readonly date?: string;
}

/** The series a book belongs to. */
export interface Series {
  readonly name: string;
  readonly position?: number;
  /** The position as printed, where it is a Roman numeral. */
  readonly numeral?: string;
  readonly issn?: string;
}
