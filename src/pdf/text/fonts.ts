import { nameIn, Reference, type Dictionary, type Operand } from '../content/operand.ts';
import type { Objects } from '../file/objects.ts';
import { glyphWidths, type GlyphWidths } from './glyph-widths.ts';
import { unicodeTexts } from './unicode-ranges.ts';

/** What a font needs to be read. */
export interface TextFont {
  /** Bytes of a code. */
  readonly codeLength: 1 | 2;
  /** What a code means; undefined where the font does not say. */
  textOf(code: number): string | undefined;
  /** The same for codes that mean a single UTF-16 unit, by the code; {@link silent} for such that mean nothing. */
  readonly units: Uint16Array;
  /** How far a glyph moves on, as a part of the size. */
  readonly widthOf: GlyphWidths;
}

/** In a table of units: for the code stands an empty text. It is no character. */
export const silent = 0xffff;

/** A font that does not say what its codes mean. */
export const mute: TextFont = {
  codeLength: 1,
  textOf: () => undefined,
  units: new Uint16Array(),
  widthOf: () => 0,
};

function fontOf(
  codeLength: 1 | 2,
  texts: ReadonlyArray<string | undefined>,
  widths: () => GlyphWidths,
): TextFont {
  const units = Uint16Array.from(texts, (text) =>
    text === '' ? silent : text?.length === 1 ? text.charCodeAt(0) : 0,
  );
  // Few want to know.
  let known: GlyphWidths | undefined;
  const widthOf = (code: number): number => (known ??= widths())(code);
  return { codeLength, textOf: (code) => texts[code], units, widthOf };
}

/** The fonts of a file, each read once. */
export class TextFonts {
  readonly #objects: Objects;
  readonly #fonts = new Map<number, TextFont>();

  /** What is made of every text. */
  readonly write: (text: string) => string;

  /**
   * @param objects the file
   * @param write what is made of every text that a font gives
   */
  constructor(objects: Objects, write: (text: string) => string) {
    this.#objects = objects;
    this.write = write;
  }

  /** The font with a name in the resources of a page. */
  named(name: string, resources: Dictionary | undefined): TextFont {
    const font = this.#objects.dictionary(resources?.get('Font'))?.get(name);
    if (!(font instanceof Reference)) return mute;
    const known = this.#fonts.get(font.object);
    if (known !== undefined) return known;
    const read = this.#read(font);
    this.#fonts.set(font.object, read);
    return read;
  }

  #read(font: Operand): TextFont {
    const dictionary = this.#objects.dictionary(font);
    if (dictionary === undefined) return mute;
    const stream = this.#objects.stream(dictionary.get('ToUnicode'));
    const codeLength = nameIn(dictionary.get('Subtype')) === 'Type0' ? 2 : 1;
    const widths = (): GlyphWidths => glyphWidths(dictionary, this.#objects);
    if (stream === undefined) {
      // Simple fonts that say nothing have the encoding of Windows (Annex D.2), or one near it.
      return codeLength === 1
        ? fontOf(
            1,
            Array.from({ length: 256 }, (_, code) => this.write(windows(code))),
            widths,
          )
        : { ...mute, codeLength };
    }
    const texts: Array<string | undefined> = [];
    for (const [code, text] of unicodeTexts(stream.bytes)) texts[code] = this.write(text);
    return fontOf(codeLength, texts, widths);
  }
}

const decoder = new TextDecoder('windows-1252');

function windows(code: number): string {
  return decoder.decode(Uint8Array.of(code));
}
