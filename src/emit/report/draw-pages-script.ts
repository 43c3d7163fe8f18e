/** The pages of a spread as they lie side by side, from 1; null where there is none. */
export type Spread = ReadonlyArray<number | null>;

/** A picture as a `data:` URL, and its size in pixels. */
export interface DrawnPicture {
  readonly data: string;
  readonly width: number;
  readonly height: number;
}

/** What the script of the page that draws the pages of a PDF offers. */
export interface DrawPagesScript {
  /** Draws spreads of `/book.pdf`, so many pixels high. */
  readonly draw: (spreads: ReadonlyArray<Spread>, height: number) => Promise<DrawnPicture[]>;
}
