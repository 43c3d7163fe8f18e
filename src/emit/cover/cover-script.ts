/** What the script of covers offers. */
export interface CoverScript {
  /** Resolves when every font has loaded; the files of those that did not. */
  readonly loadFonts: () => Promise<string[]>;
  /** Makes the texts fit their boxes; the names of those that do not at any size. */
  readonly fitTexts: () => string[];
}
