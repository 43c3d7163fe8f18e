/** Distances of as many thousandths of the size, and of more, are no distances of letters that are set apart or closer. */
const farthest = 40;
/** For so many letters it is worth telling. */
const fewest = 8;

/** The distance that most letters of a row are set apart by, counted as they are read. */
export class CommonDistance {
  readonly #counts = new Uint16Array(2 * farthest + 1);

  begin(): void {
    this.#counts.fill(0);
  }

  /** @param gap how far a letter must move back to its place, in thousandths of the size */
  count(gap: number): void {
    const whole = Math.round(gap);
    if (Math.abs(whole) <= farthest) this.#counts[whole + farthest]!++;
  }

  /** By how many thousandths letters are set apart, or closer where it is less than 0, where most of them are. */
  most(): number {
    const counts = this.#counts;
    const best = counts.reduce((most, count, index) => (count > counts[most]! ? index : most), farthest);
    return counts[best]! - counts[farthest]! >= fewest ? farthest - best : 0;
  }
}
