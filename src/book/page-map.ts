/** One page of the printed book. */
export interface Page {
  /** As printed and as shown by PDF viewers: "xii", "7"; unprinted on openings of front matter and on blanks. */
  readonly label: string;
  readonly blank: boolean;
}

/** Where everything fell: measured inside Chrome's own print layout. */
export interface PageMap {
  readonly pages: ReadonlyArray<Page>;
  /** Element id → index into `pages`. */
  readonly anchors: ReadonlyMap<string, number>;
  /** Index of page → where the notes at its foot begin, in points from the lower edge of the sheet. */
  readonly feet?: ReadonlyMap<number, number>;
}
