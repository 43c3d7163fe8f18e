import type { Product } from '../../book/product.ts';

/** What is said of the book in more than one place. */
export type Fact =
  | 'title'
  | 'language'
  | 'publisher'
  | 'isbn'
  | 'years'
  | 'holders'
  | 'licence'
  | 'reservation'
  | 'policy'
  | 'pages';

/** How messages call the facts. */
export const factNames: Readonly<Record<Fact, string>> = {
  title: 'title',
  language: 'language',
  publisher: 'publisher',
  isbn: 'ISBN',
  years: 'year of copyright',
  holders: 'copyright holder',
  licence: 'address of the licence',
  reservation: 'reservation of text and data mining',
  policy: 'policy of text and data mining',
  pages: 'number of pages',
};

export type Facts = Readonly<Partial<Record<Fact, ReadonlyArray<string>>>>;

/** A place in a finished file that says facts. */
export interface Carrier {
  /** As messages call it: `The EPUB package`. */
  readonly name: string;
  /** The artifact it is in. */
  readonly file: string;
  /** Whose ISBN is its own. */
  readonly product: Product;
  /** What it says field by field; an empty list where a field it should have is missing. */
  readonly facts: Facts;
  /** Facts it may say in its own way where the metadata say nothing of them. */
  readonly lenient?: ReadonlySet<Fact>;
  /** What it says in running text, and the facts that must be in it. */
  readonly prose?: { readonly text: string; readonly facts: ReadonlyArray<Fact> };
}
