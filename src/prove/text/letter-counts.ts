/** How many there are of each letter. */
export class LetterCounts {
  readonly #counts = new Map<string, number>();

  constructor(texts: ReadonlyArray<string>) {
    for (const text of texts) for (const letter of text) this.#add(letter, 1);
  }

  /** Takes the letters of a text; whether all of them were there, else none is taken. */
  take(text: string): boolean {
    let taken = 0;
    for (const letter of text) {
      if ((this.#counts.get(letter) ?? 0) === 0) break;
      this.#add(letter, -1);
      taken += letter.length;
    }
    if (taken === text.length) return true;
    for (const letter of text.slice(0, taken)) this.#add(letter, 1);
    return false;
  }

  #add(letter: string, step: 1 | -1): void {
    this.#counts.set(letter, (this.#counts.get(letter) ?? 0) + step);
  }
}
