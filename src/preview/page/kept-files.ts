/** The files of an e-book: what was loaded once is not asked for again. */
export class KeptFiles {
  readonly number: number;
  /** By the name of each file. */
  readonly #known: Map<string, Blob | undefined>;
  /** What was not there: of an e-book that is gone, everything is. */
  readonly #missed = new Set<string>();

  /**
   * @param number of the e-book
   * @param known what is as it was in the one before
   */
  constructor(number: number, known: ReadonlyMap<string, Blob | undefined> = new Map()) {
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
    if (this.#known.has(name)) return this.#known.get(name);
    const path = name.split('/').map(encodeURIComponent).join('/');
    const answer = await fetch(`book/${this.number}/${path}`);
    if (!answer.ok) {
      this.#missed.add(name);
      return undefined;
    }
    const loaded = await answer.blob();
    this.#known.set(name, loaded);
    // It is still there, then.
    for (const missed of this.#missed) this.#known.set(missed, undefined);
    return loaded;
  }
}
