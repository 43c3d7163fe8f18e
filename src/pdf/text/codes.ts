import { readHexString, readLiteralString } from '../content/read-string.ts';
import { skipDelimited } from '../content/tokens.ts';

/** The codes of glyphs in a string, as numbers; there is one such list for millions of strings. */
export class Codes {
  values = new Uint16Array(256);
  length = 0;

  /**
   * Takes the codes of the string that begins at `start`; a byte that is too few at the end makes none.
   *
   * @param codeLength bytes of a code
   * @returns the index behind the string
   */
  read(content: Uint8Array, start: number, codeLength: 1 | 2): number {
    const end = content[start] === 0x28 ? this.#readPlain(content, start + 1, codeLength) : -1;
    if (end >= 0) return end;
    const close = skipDelimited(content, start);
    const bytes = (content[start] === 0x3c ? readHexString : readLiteralString)(content, start, close);
    this.length = 0;
    for (let index = 0; index + codeLength <= bytes.length; index += codeLength)
      this.#add(codeLength === 2 ? bytes[index]! * 256 + bytes[index + 1]! : bytes[index]!);
    return close;
  }

  /** Reads a string as we write them, without parentheses in one another and with few escapes; -1 where it is another. */
  #readPlain(content: Uint8Array, start: number, codeLength: 1 | 2): number {
    this.length = 0;
    let first = -1;
    for (let index = start; index < content.length; index += 1) {
      let byte = content[index]!;
      if (byte === 0x29) return index + 1;
      if (byte === 0x28) return -1;
      if (byte === 0x5c) {
        byte = content[(index += 1)] ?? 0;
        if (byte === 0x72) byte = 0x0d;
        else if (byte !== 0x28 && byte !== 0x29 && byte !== 0x5c) return -1;
      }
      if (codeLength === 1) this.#add(byte);
      else if (first < 0) first = byte;
      else {
        this.#add(first * 256 + byte);
        first = -1;
      }
    }
    return -1;
  }

  #add(code: number): void {
    if (this.length === this.values.length) {
      const longer = new Uint16Array(2 * this.length);
      longer.set(this.values);
      this.values = longer;
    }
    this.values[this.length++] = code;
  }
}
