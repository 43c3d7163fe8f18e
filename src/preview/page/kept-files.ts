/** The files of an e-book: what was loaded once is not asked for again. */
export class KeptFiles {
  readonly number: number;
  /** By the name of each file. */
  readonly #known: Map<string, Blob>;

  /**
   * @param number of the e-book
   * @param known what is as it was in the one before
   */
  constructor(number: number, known: ReadonlyMap<string, Blob> = new Map()) {
    this.number = number;
    this.#known = new Map(known);
  }

  /** Those of an e-book that is the same but for one file. */
  without(name: string, number: number): KeptFiles {
    const others = new KeptFiles(number, this.#known);
    others.#known.delete(name);
    return others;
  }

  /** A file; undefined where there is none. */
  async load(name: string): Promise<Blob | undefined> {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const path = name.split('/').map(encodeURIComponent).join('/');
    const answer = await fetch(`book/${this.number}/${path}`);
    if (!answer.ok) return undefined;
    const loaded = await answer.blob();
    this.#known.set(name, loaded);
    return loaded;
  }
}
