/** One face of a family: a static TrueType font. */
export interface Font {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** ASCII file name, the same in both editions. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /**
   * What the face sets: running text, code, mathematics, or whatever character no other
   * face has.
   */
  readonly use: 'text' | 'code' | 'math' | 'fallback';
}

/** What gives a book its looks: fonts and stylesheets for both editions. */
export interface Theme {
  readonly name: string;
  readonly fonts: ReadonlyArray<Font>;
  readonly stylesheets: {
    /** CSS for printing, over the page geometry of the emitter. */
    readonly print: string;
    /** CSS for e-readers. */
    readonly epub: string;
  };
}
