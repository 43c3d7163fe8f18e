/** What stands one below the other in a section. Lengths in CSS pixels. */
export interface PlannedItem {
  readonly height: number;
  /** The room above it where it does not begin a page. */
  readonly gap: number;
  /** The room above it where it begins a page. */
  readonly topGap: number;
  /** How bad it is to end a page behind it. */
  readonly penalty: number;
  /** Whether its page ends behind it in any case. */
  readonly endsPage?: boolean;
  /** The notes whose marks are in it, by index. */
  readonly notes: ReadonlyArray<number>;
}

/** A note: how high it is, and where it may be divided. */
export interface PlannedNote {
  /** Whether only another note cites it, the one before it or one that this one's belongs to. */
  readonly nested?: boolean;
  readonly height: number;
  /** How much of a line it takes with the room beside it; absent where it stands on lines of its own. */
  readonly share?: number;
  /** Which of the lists of its section it comes from. */
  readonly list?: number;
  readonly cuts: ReadonlyArray<{ readonly at: number; readonly penalty: number }>;
}

/** Part of a note: from one height in it to another. */
export interface NotePart {
  readonly note: number;
  readonly from: number;
  readonly to: number;
}

export interface PlannedPage {
  /** The last item on it; that of the page before where it has notes alone. */
  readonly end: number;
  /** The lower edge of that item from the top of the page; absent where the page has notes alone. */
  readonly bottom?: number;
  readonly parts: ReadonlyArray<NotePart>;
  /** The notes that should begin on it, and have no room. */
  readonly late?: ReadonlyArray<number>;
  /** What stands at its head, by index; absent where nothing does. */
  readonly heads?: ReadonlyArray<number>;
}

export interface FootMeasures {
  readonly pageHeight: number;
  readonly lineHeight: number;
  /** What is between text and notes at least, with the rule. */
  readonly separator: number;
  /** Whether the first page is a left-hand one. */
  readonly beginsLeft?: boolean;
}

/** What measured heights may be wrong by, in CSS pixels. */
export const slack = 1.5;
