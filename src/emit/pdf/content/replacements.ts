/** Pieces of a content stream to be replaced, in order, and put together in one go. */
export class Replacements {
  readonly #given: Uint8Array;
  readonly #source: Buffer;
  readonly #pieces: Uint8Array[] = [];
  #done = 0;

  constructor(source: Uint8Array) {
    this.#given = source;
    this.#source = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  }

  /**
   * Puts other text in place of a piece that lies behind those replaced before.
   *
   * @param start its first byte
   * @param end the byte behind it
   */
  replace(start: number, end: number, text: string | Uint8Array): void {
    if (start > this.#done) this.#pieces.push(this.#source.subarray(this.#done, start));
    if (typeof text !== 'string') this.#pieces.push(text);
    else if (text !== '') this.#pieces.push(Buffer.from(text, 'latin1'));
    this.#done = end;
  }

  /** The whole, which is the source itself where nothing was replaced. */
  joined(): Uint8Array {
    if (this.#done === 0) return this.#given;
    return Buffer.concat([...this.#pieces, this.#source.subarray(this.#done)]);
  }
}
