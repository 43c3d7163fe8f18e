import { ByteString, type Dictionary } from '../content/operand.ts';
import { Codes } from './codes.ts';
import { mute, silent, type TextFont } from './fonts.ts';
import type { Place } from './space.ts';
import { textString } from '../file/text-string.ts';

/** What one text object shows, as it is read: words of one face and direction on one line. */
export interface TextRun {
  readonly text: string;
  /** Of the first glyph, in points from the lower left corner of the page. */
  readonly x: number;
  readonly y: number;
  /** From the first glyph to the last, where it was measured; else 0. */
  readonly width: number;
  /** Of the face, in points. */
  readonly size: number;
  /** Whether it is read from right to left. */
  readonly reversed: boolean;
  /** Whether it is marked as furniture of the page (ISO 32000-1, 14.8.2.2). */
  readonly artifact: boolean;
}

/** Stands for a glyph of which the file does not say what it means. */
export const unknownGlyph = '\0';

/** Marked content that has not ended, and what stands for all that is shown inside. */
interface Mark {
  readonly tag: string;
  readonly actualText?: string;
}

/** How many units are put together in one go. */
const mostUnits = 256;

/** Writes down the runs of a page as they are shown. */
export class RunWriter {
  font: TextFont = mute;
  /** Of the face, in units of the text. */
  size = 0;
  /** By how much letters are set apart, in units of the text (`Tc`, ISO 32000-1, 9.3.2). */
  letterSpacing = 0;
  readonly #runs: TextRun[] = [];
  readonly #marks: Mark[] = [];
  readonly #write: (text: string) => string;
  #artifacts = 0;
  #reversals = 0;
  /** Marks around that say what is shown. */
  #spoken = 0;
  #text = '';
  /** What comes behind the text, as UTF-16. */
  readonly #units = Buffer.alloc(2 * mostUnits);
  #used = 0;
  #place: Place | undefined;
  #end = 0;
  #reversed = false;
  readonly #measured: boolean;
  /** How far from the origin of the line the next glyph stands; 0 where that is not measured. */
  #pen = 0;
  /** How far from the origin of the line the last glyph stands. */
  last = 0;
  readonly #codes = new Codes();

  /**
   * @param write what is made of every text
   * @param measured whether it is told how far glyphs stand from the origin of their line
   */
  constructor(write: (text: string) => string, measured: boolean) {
    this.#write = write;
    this.#measured = measured;
  }

  /** Whether the place of the run's first glyph is not known yet. */
  get isUnplaced(): boolean {
    return this.#place === undefined;
  }

  placeAt(place: Place): void {
    this.#place = place;
    this.#end = place.x;
    this.#reversed = this.#reversals > 0;
  }

  /** Where the last glyph stands. */
  endAt({ x }: Place): void {
    this.#end = x;
  }

  /**
   * Shows the string that begins at `start`.
   *
   * @returns the index behind it
   */
  show(content: Uint8Array, start: number): number {
    const codes = this.#codes;
    const end = codes.read(content, start, this.font.codeLength);
    const { values, length } = codes;
    for (let index = 0; index < length; index += 1) this.#showCode(values[index]!);
    return end;
  }

  #advance(code: number): void {
    this.last = this.#pen;
    this.#pen += this.font.widthOf(code) * this.size + this.letterSpacing;
  }

  /** The next glyph stands nearer to the last one, by so many thousandths of the size. */
  moveBack(distance: number): void {
    this.#pen -= (distance / 1000) * this.size;
  }

  /** The next glyph stands at the origin of the line. */
  startLine(): void {
    this.#pen = 0;
  }

  #showCode(code: number): void {
    if (this.#measured) this.#advance(code);
    if (this.#spoken > 0) return;
    const { font } = this;
    const unit = code < font.units.length ? font.units[code]! : 0;
    if (unit === silent) return;
    if (unit === 0 || this.#isReversed()) this.#say(font.textOf(code) ?? unknownGlyph);
    else {
      if (this.#used === mostUnits) this.#flush();
      this.#units[2 * this.#used] = unit & 0xff;
      this.#units[2 * this.#used + 1] = unit >> 8;
      this.#used += 1;
    }
  }

  #say(text: string): void {
    this.#flush();
    this.#text = this.#isReversed() ? text + this.#text : this.#text + text;
  }

  /** Whether what is shown first is read last. */
  #isReversed(): boolean {
    return this.#place === undefined ? this.#reversals > 0 : this.#reversed;
  }

  #flush(): void {
    if (this.#used > 0) this.#text += this.#units.toString('utf16le', 0, 2 * this.#used);
    this.#used = 0;
  }

  /**
   * Marked content begins.
   *
   * @param properties of a `Span`
   */
  open(tag: string, properties: Dictionary | undefined): void {
    const said = properties?.get('ActualText');
    this.#marks.push(said instanceof ByteString ? { tag, actualText: textString(said.bytes) } : { tag });
    this.#count(tag, said instanceof ByteString, 1);
  }

  /** The innermost marked content ends. */
  close(): void {
    const mark = this.#marks.pop();
    if (mark === undefined) return;
    this.#count(mark.tag, mark.actualText !== undefined, -1);
    if (mark.actualText !== undefined && this.#spoken === 0) this.#say(this.#write(mark.actualText));
  }

  /** The run ends, if there is one. */
  endRun(): void {
    if (this.#place !== undefined) {
      const { x, y, scale } = this.#place;
      this.#flush();
      const artifact = this.#artifacts > 0;
      this.#runs.push({
        text: this.#text,
        x,
        y,
        width: Math.abs(this.#end - x),
        size: this.size * scale,
        reversed: this.#reversed,
        artifact,
      });
    }
    this.#place = undefined;
    this.#text = '';
    this.#used = 0;
  }

  /** All runs. */
  end(): TextRun[] {
    this.endRun();
    return this.#runs;
  }

  #count(tag: string, isSpoken: boolean, step: 1 | -1): void {
    if (tag === 'Artifact') this.#artifacts += step;
    else if (tag === 'ReversedChars') this.#reversals += step;
    if (isSpoken) this.#spoken += step;
  }
}
