import { CommonDistance } from './common-distance.ts';
import { RowPlace } from './row-place.ts';
import { written } from './written.ts';

/** How far the glyphs of a face move on. */
export interface GlyphAdvances {
  /** Bytes of a code. */
  readonly codeLength: 1 | 2;
  /** In thousandths of the size; not a number where it is not known. */
  readonly of: (code: number) => number;
}

/** An array that shows a row of glyphs, with the distance that its letters are set apart by. */
export interface GlyphRow {
  readonly array: Uint8Array;
  /** The byte behind the last glyph, as it stood by itself. */
  readonly end: number;
  /** How far the last glyph stands from the first, in units of the text. */
  readonly length: number;
}

const powers = Array.from({ length: 20 }, (_, power) => 10 ** power);

/** How many bytes stand behind a code, up to what comes next, and behind a distance, up to the code. */
const behindCode = '> Tj\n'.length;
const behindStep = ' 0 Td <'.length;
const arrayEnd = Buffer.from(')]TJ\n', 'latin1');
/** What lies further apart, in thousandths of the size, is placed by itself. */
const furthest = 9999;

/**
 * Puts glyphs that stand one by one into arrays: `<0041> Tj`, `5.03 0 Td <0042> Tj`, as Chrome writes nine of
 * ten operations of a book. There are millions of them: all happens on bytes, and nothing is made anew.
 */
export class GlyphRows {
  #content: Uint8Array = new Uint8Array();
  /** The arrays, one behind the other. */
  #out: Uint8Array = new Uint8Array();
  #length = 0;
  readonly #place = new RowPlace();
  /** The glyphs of a row, and how far they stand from the first. */
  #codes = new Uint16Array(256);
  #places = new Float64Array(256);
  readonly #common = new CommonDistance();
  /** What was read last, and where it ends. */
  #step = 0;
  #code = 0;
  #end = 0;

  /** Goes on to another content stream; the arrays of the last one are overwritten. */
  read(content: Uint8Array): void {
    this.#content = content;
    this.#length = 0;
    // No array is longer than its glyphs were.
    if (this.#out.length < content.length) this.#out = new Uint8Array(2 * content.length);
  }

  /**
   * The row that begins at `start`; undefined where no second glyph follows on the same line. Each glyph stands
   * where it stood, to a thousandth of the size: what is rounded off does not add up.
   *
   * @param start the first byte of the first string
   * @param size of the face, in units of the text
   */
  at(start: number, { codeLength, of }: GlyphAdvances, size: number): GlyphRow | undefined {
    const digits = 2 * codeLength;
    if (this.#content[start] !== 0x3c || !this.#readGlyph(start + 1, digits)) return undefined;
    const { count, end } = this.#readRow(digits, of, 1000 / size);
    if (count < 2) return undefined;
    const from = this.#length;
    const apart = this.#common.most();
    if (apart !== 0) this.#write(`${written((apart * size) / 1000)} Tc `);
    this.#showRow(count, apart, { codeLength, of });
    if (apart !== 0) this.#write('0 Tc\n');
    return {
      array: this.#out.subarray(from, this.#length),
      end,
      length: this.#places[count - 1]! / (1000 / size),
    };
  }

  /** Reads the glyphs that stand in a row, of which the first is read; how many they are, and where they end. */
  #readRow(digits: number, of: GlyphAdvances['of'], scale: number): { count: number; end: number } {
    this.#common.begin();
    let pen = of(this.#code);
    let count = 0;
    let end = this.#end;
    let x = 0;
    this.#keep(count++, x);
    while (this.#readStep(end) && this.#readGlyph(this.#end, digits)) {
      x += this.#step;
      const gap = pen - x * scale;
      if (!(Math.abs(gap) < furthest)) break;
      this.#common.count(gap);
      this.#keep(count++, x * scale);
      pen = x * scale + of(this.#code);
      end = this.#end;
    }
    return { count, end };
  }

  /** Keeps the glyph that was read. */
  #keep(index: number, place: number): void {
    if (index === this.#codes.length) {
      const [codes, places] = [this.#codes, this.#places];
      this.#codes = new Uint16Array(2 * index);
      this.#codes.set(codes);
      this.#places = new Float64Array(2 * index);
      this.#places.set(places);
    }
    this.#codes[index] = this.#code;
    this.#places[index] = place;
  }

  /**
   * Shows the glyphs that were kept.
   *
   * @param apart how far each moves on beyond its width, in thousandths of the size
   */
  #showRow(count: number, apart: number, { codeLength, of }: GlyphAdvances): void {
    const place = this.#place;
    this.#begin(this.#codes[0]!, codeLength);
    place.begin(of(this.#codes[0]!) + apart);
    for (let index = 1; index < count; index += 1) {
      const code = this.#codes[index]!;
      place.moveTo(this.#places[index]!);
      if (place.distance !== 0) this.#move(place.distance);
      this.#show(code, codeLength);
      place.advance(of(code) + apart);
    }
    this.#out.set(arrayEnd, this.#length);
    this.#length += arrayEnd.length;
  }

  #write(text: string): void {
    for (let index = 0; index < text.length; index += 1) this.#out[this.#length++] = text.charCodeAt(index);
  }

  #begin(code: number, codeLength: 1 | 2): void {
    this.#out[this.#length++] = 0x5b;
    this.#out[this.#length++] = 0x28;
    this.#show(code, codeLength);
  }

  /** Writes a code as bytes, which are packed in two thirds of the time that digits take. */
  #show(code: number, codeLength: 1 | 2): void {
    if (codeLength === 2) this.#byte(code >> 8);
    this.#byte(code & 0xff);
  }

  /** Writes a byte of a string in parentheses (ISO 32000-1, 7.3.4.2). */
  #byte(byte: number): void {
    const out = this.#out;
    // Parentheses and the backslash; a line break as Windows has it would be read as another.
    if (byte === 0x28 || byte === 0x29 || byte === 0x5c || byte === 0x0d) out[this.#length++] = 0x5c;
    out[this.#length++] = byte === 0x0d ? 0x72 : byte;
  }

  /** Writes a distance to move back by, in hundredths of the unit, between two strings. */
  #move(distance: number): void {
    const out = this.#out;
    out[this.#length++] = 0x29;
    if (distance < 0) out[this.#length++] = 0x2d;
    const size = Math.abs(distance);
    let power = 100;
    while (power * 10 <= size) power *= 10;
    for (; power >= 100; power /= 10) this.#digit(size / power);
    if (size % 100 > 0) {
      out[this.#length++] = 0x2e;
      this.#digit(size / 10);
      if (size % 10 > 0) this.#digit(size);
    }
    out[this.#length++] = 0x28;
  }

  #digit(value: number): void {
    this.#out[this.#length++] = 0x30 + (Math.floor(value) % 10);
  }

  /** Reads the code that stands from `start` on, and nothing else in its string: `0041> Tj` and a line break. */
  #readGlyph(start: number, digits: number): boolean {
    const content = this.#content;
    let code = 0;
    let index = start;
    for (; index < start + digits; index += 1) {
      const byte = content[index]!;
      if (byte >= 0x30 && byte <= 0x39) code = code * 16 + (byte - 0x30);
      else if (byte >= 0x41 && byte <= 0x46) code = code * 16 + (byte - 0x37);
      else return false;
    }
    this.#code = code;
    this.#end = index + behindCode;
    // Written out, as this is done for every byte of a book.
    if (content[index] !== 0x3e || content[index + 1] !== 0x20 || content[index + 2] !== 0x54) return false;
    return content[index + 3] === 0x6a && content[index + 4] === 0x0a;
  }

  /** Reads a distance on the line, up to the code of the glyph that stands there: `5.03 0 Td <`. */
  #readStep(start: number): boolean {
    const content = this.#content;
    let index = start;
    let byte = content[index]!;
    const isNegative = byte === 0x2d;
    if (isNegative) byte = content[(index += 1)]!;
    let value = 0;
    while (byte >= 0x30 && byte <= 0x39) {
      value = value * 10 + (byte - 0x30);
      byte = content[(index += 1)]!;
    }
    if (byte === 0x2e) {
      const point = index;
      byte = content[(index += 1)]!;
      while (byte >= 0x30 && byte <= 0x39) {
        value = value * 10 + (byte - 0x30);
        byte = content[(index += 1)]!;
      }
      value /= powers[index - point - 1] ?? Number.NaN;
    }
    this.#step = isNegative ? -value : value;
    this.#end = index + behindStep;
    if (byte !== 0x20 || content[index + 1] !== 0x30 || content[index + 2] !== 0x20) return false;
    if (content[index + 3] !== 0x54 || content[index + 4] !== 0x64) return false;
    return content[index + 5] === 0x20 && content[index + 6] === 0x3c;
  }
}
