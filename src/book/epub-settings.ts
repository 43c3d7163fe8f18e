/** How the e-book is made, where book.yaml says so. */
export interface EpubSettings {
  /** The stores whose demands it is held to, by the names of files of `templates/stores/`; absent where none is named. */
  readonly store?: ReadonlyArray<string>;
  /** Whether the places where printed pages begin are marked and listed. */
  readonly pages: boolean;
  /** Whether the fonts of the theme are embedded; otherwise the reader's own faces set the text. */
  readonly fonts: boolean;
  readonly images: {
    /** The most pixels on the longer side of one in the text. */
    readonly pixels: number;
    /** Of JPEG, from 1 to 100, where one is made. */
    readonly quality: number;
  };
}
