/** What was found of the notes in one edition. */
export interface NoteCount {
  /** Notes found once, complete, under their number. */
  readonly notes: number;
  /** Marks that show their note's number and lead to it. */
  readonly citations: number;
  /** Links that lead from a note back to a mark. */
  readonly backlinks: number;
}

/** The proof that no note was lost: what the manuscript holds, and what each finished edition does. */
export interface NoteConservation {
  readonly manuscript: { readonly notes: number; readonly citations: number };
  readonly epub?: NoteCount;
  readonly pdf?: NoteCount;
  /** Notes found complete in the PDF for the press, which has no links to count. */
  readonly press?: Pick<NoteCount, 'notes'>;
}

/** What was found of the words in one edition. */
export interface TextCount {
  /** Words that it must have: those of the manuscript, and of book.yaml on the pages made of it. */
  readonly words: number;
  /** Words found in their places. */
  readonly found: number;
}
