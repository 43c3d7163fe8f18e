/** One face of a family: a static TrueType font. */
export interface Font {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** ASCII file name, the same in both editions. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** The text of its licence, which goes where the font goes. */
  readonly licence?: string;
  /**
   * What the face sets: running text, headings where these have a face of their own, code,
   * mathematics, a script that the text faces lack, whatever character no other face has, or emoji.
   */
  readonly use: 'text' | 'heading' | 'code' | 'math' | 'script' | 'fallback' | 'emoji';
  /** The script of such a face (ISO 15924), and the languages of the book that are written in it (BCP 47). */
  readonly script?: string;
  readonly languages?: ReadonlyArray<string>;
  /** What it is taken to reach above and below the baseline, in ems, if not what it says. */
  readonly metrics?: { readonly ascent: number; readonly descent: number };
}

/** How large a theme sets its text face, since faces of the same size look smaller and larger. */
export interface TypeSize {
  /** Times the size that the width of the page gives. */
  readonly scale: number;
  /** Baseline to baseline, in ems. */
  readonly leading: number;
  /** In ems; about 66 characters are what an eye can follow. */
  readonly longestLine: number;
}

/** What gives a book its looks: fonts and stylesheets for both editions. */
export interface Theme {
  readonly name: string;
  /** What it looks like and what it is for, in a line of English. */
  readonly description: string;
  readonly type: TypeSize;
  readonly fonts: ReadonlyArray<Font>;
  readonly stylesheets: {
    /** CSS for printing, over the page geometry of the emitter. */
    readonly print: string;
    /** CSS for e-readers. */
    readonly epub: string;
  };
}

/** The faces of a theme with those of the scripts of a book, which stand for the theme's of the same family. */
export function withScriptFaces(fonts: ReadonlyArray<Font>, scriptFaces: ReadonlyArray<Font>): Font[] {
  const families = new Set(scriptFaces.map(({ family }) => family));
  return [...fonts.filter(({ family }) => !families.has(family)), ...scriptFaces];
}
