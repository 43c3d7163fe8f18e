import type { Point } from 'unist';
import type { VFile } from 'vfile';

/** A work as CSL-JSON 1.0.2 has it; `id` is the key by which texts cite it. */
export interface Work {
  readonly id: string;
  readonly type: string;
  readonly [field: string]: unknown;
}

/** A work, and where a bibliography says what it is. */
export interface ListedWork {
  readonly item: Work;
  readonly file: VFile;
  readonly point: Point;
}

/** How the citations of a book are counted, and where its bibliography stands. */
export interface CitationSettings {
  /** Where works are listed: at the end of the book, of each chapter, or nowhere. */
  readonly section: 'end' | 'chapter' | 'none';
  /** Within what a work that was cited before is known. */
  readonly first: 'book' | 'chapter';
  /** What stands over the list, in place of the word of the language. */
  readonly title?: string;
  /** The works that are listed without being cited. */
  readonly uncited: 'all' | ReadonlyArray<string>;
}

/** What the citations of a book are made from. */
export interface Citations {
  readonly settings: CitationSettings;
  /** The keys of all works that the bibliographies have. */
  readonly keys: ReadonlySet<string>;
  /** The works that the texts may cite, or that are listed all the same, by key. */
  readonly works: ReadonlyMap<string, ListedWork>;
  /** The style: XML of CSL 1.0.2, independent of others. */
  readonly style: string;
  /** What readers know the style by: its name or its path. */
  readonly styleName: string;
  /** BCP 47, of the words that the style takes from a locale. */
  readonly language: string;
  /** The locales at hand: XML of CSL by tag, in lower case. */
  readonly locales: ReadonlyMap<string, string>;
  /** Where the book names its bibliography. */
  readonly file: VFile;
  readonly point: Point;
}

/** The name that stands for those whom a bibliography does not name, `and others`; no name has such a letter. */
export const unnamedOthers = '\uE0F5';
