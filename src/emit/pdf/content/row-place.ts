/** From here on distances part words or spaced letters; smaller ones are kerning, and what is rounded off. */
const wide = 30;

/**
 * So far from its place a glyph may stand: less than half a dot of a platesetter. The places that Chrome gives
 * and the widths, which are whole thousandths, differ by so much behind every few letters.
 */
const tolerance = 1;

/**
 * Where the glyphs of a row stand, in thousandths of the size: what is rounded off does not add up. Readers tell
 * words by the distance between them, which therefore is kept to a hundredth of the unit.
 */
export class RowPlace {
  /** How far to move back before the next glyph, in hundredths of the unit. */
  distance = 0;
  /** Where the next glyph stands if nothing moves it. */
  #pen = 0;
  /** How far from their places the last two glyphs stand. */
  #error = 0;
  #errorBefore = 0;
  /** Whether the last glyph stands at a wide distance from the one before it. */
  #isWide = false;

  /**
   * A row begins.
   *
   * @param advance how far its first glyph moves on
   */
  begin(advance: number): void {
    this.#pen = advance;
    this.#error = 0;
    this.#errorBefore = 0;
    this.#isWide = true;
  }

  /**
   * Places the next glyph.
   *
   * @param x how far it shall stand from the first
   */
  moveTo(x: number): void {
    const gap = this.#pen - x;
    const size = Math.abs(gap);
    if (size <= tolerance) this.distance = 0;
    else if (size < wide) this.distance = Math.round(gap) * 100;
    // The letter that is parted from this glyph is the last one, or the one before the space.
    else this.distance = Math.round((gap - (this.#isWide ? this.#error : this.#errorBefore)) * 100);
    this.#errorBefore = this.#error;
    this.#error = gap - this.distance / 100;
    this.#isWide = size >= wide;
  }

  /** The glyph that was placed moves on by its width. */
  advance(width: number): void {
    this.#pen += width - this.distance / 100;
  }
}
