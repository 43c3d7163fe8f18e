/** What the listener needs to know about the book. */
export interface PaginationOptions {
  /** Sections in order; `opens` says on which side they begin. */
  readonly sections: ReadonlyArray<{
    readonly id: string;
    readonly opens: 'right' | 'any';
    /** Running head of its right-hand pages. */
    readonly head: string;
    /** `none`: neither head nor folio on any of its pages (title page, dedication). */
    readonly furniture: 'all' | 'none';
  }>;
  /** Width of the text area in CSS pixels, whole ones as Chrome has them. */
  readonly textWidth: number;
  /** Running head of all left-hand pages. */
  readonly bookHead: string;
  /** The id of the section where arabic numbering begins. */
  readonly firstBody: string | undefined;
}

/** Where one element fell. Lengths in CSS pixels from the top left of the page's text area. */
export interface AnchorPlace {
  readonly id: string;
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

export interface PaginationResult {
  readonly pages: ReadonlyArray<{ readonly label: string; readonly blank: boolean }>;
  readonly anchors: ReadonlyArray<AnchorPlace>;
  /** `data-block` numbers of the elements that reach beyond the text area. */
  readonly overflowing: ReadonlyArray<number>;
  /** Whether this layout was too wide, and what made it so has since been narrowed: it must be made again. */
  readonly widened: boolean;
  /** Rounds until the numbers filled in moved nothing any more; 0 where they never settled. */
  readonly rounds: number;
}
