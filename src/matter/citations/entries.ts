import { isUnprinted, type SetBibliography } from './processor.ts';
import type { WorkPlaces } from './work-links.ts';

/** The entries of one bibliography, and from where each is cited. */
export class Entries implements WorkPlaces {
  readonly list: SetBibliography | undefined;
  /** The section it belongs to; nothing where it is that of the book. */
  readonly section: string | undefined;
  readonly #ids = new Map<string, string>();
  readonly #citing = new Map<string, string[]>();

  constructor(list: SetBibliography | undefined, section: string | undefined) {
    this.list = list;
    this.section = section;
    const taken = new Set<string>();
    for (const { key, html } of list?.entries ?? []) {
      if (isUnprinted(html)) continue;
      const name =
        key
          .normalize('NFD')
          .replace(/[^A-Za-z0-9]+/g, '-')
          .replace(/^-+|-+$/g, '') || 'x';
      let id = name;
      for (let number = 2; taken.has(id); number += 1) id = `${name}-${number}`;
      taken.add(id);
      this.#ids.set(key, `${section ?? 'book'}--work-${id}`);
    }
  }

  entryOf(key: string): string | undefined {
    return this.#ids.get(key);
  }

  enter(key: string): string {
    const citing = this.#citing.get(key) ?? [];
    this.#citing.set(key, citing);
    const id = `${this.#ids.get(key)}-cited-${citing.length + 1}`;
    citing.push(id);
    return id;
  }

  /** The ids of the places that cite a work, in reading order. */
  citing(key: string): ReadonlyArray<string> {
    return this.#citing.get(key) ?? [];
  }

  /** Whether the list has something to say of a work. */
  prints(key: string): boolean {
    return this.#ids.has(key);
  }
}
