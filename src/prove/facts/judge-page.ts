import { products, thisProduct, type Product } from '../../book/product.ts';
import type { Message } from '../../book/messages/messages.ts';
import type { Metadata } from '../../book/metadata.ts';
import { compare, factsDiffer } from './compare.ts';
import { expectedFacts } from './expected-facts.ts';
import type { Carrier, Fact } from './fact.ts';
import { isbnsIn } from './isbn.ts';
import { squeezed } from './normal.ts';

/** The copyright page as the book has it. */
export interface CopyrightPage {
  /** The id of its section. */
  readonly id: string;
  /** Index into the pages of the print, where one was made. */
  readonly page?: number | undefined;
  /**
   * Where it comes from: made by Colophon's own template, by one of the publisher's, which may
   * leave things out, or written by the author.
   */
  readonly origin: 'generated' | 'template' | 'author';
}

/** The copyright page of one edition as it was read back. */
export interface PrintedPage {
  /** As messages call it: `The copyright page of the EPUB`. */
  readonly name: string;
  readonly file: string;
  readonly product: Product;
  /** The products that share the page; itself alone by default. */
  readonly made?: ReadonlyArray<Product>;
  readonly text: string;
  /** What can be told from its text. */
  readonly facts: ReadonlyArray<Fact>;
}

/**
 * What a copyright page says otherwise than the metadata: a fact left out, an ISBN nobody gave, the
 * ISBN of another edition marked as that of this one. An author's own page is only asked for its
 * ISBNs, and warned about.
 *
 * @param page the page as it was read back
 * @param origin where it comes from
 * @param metadata the metadata of the book
 * @param thisEdition the words that mark the ISBN of this edition
 */
export function judgePage(
  page: PrintedPage,
  origin: CopyrightPage['origin'],
  metadata: Metadata,
  thisEdition: string,
): Message[] {
  const { name, file, product, made = [product], text, facts } = page;
  const own = thisProduct(made, metadata.identifiers);
  // Numbers of other books may stand in a catalogue's block, in a statement, in the list of credits.
  const known = new Set(isbnsIn(JSON.stringify(metadata)));
  const severity = origin === 'author' ? 'warning' : undefined;
  const strange = [...new Set(isbnsIn(text))].filter((isbn) => !known.has(isbn));
  const messages = strange.map((isbn) =>
    factsDiffer(file, `${name} has the ISBN ${isbn}, which the metadata do not have`, severity),
  );
  if (origin === 'author') return messages;
  const letters = squeezed(text);
  const marked = (isbn: string | undefined): boolean =>
    isbn !== undefined && letters.includes(isbn + squeezed(thisEdition));
  for (const other of products) {
    const isbn = metadata.identifiers[other];
    if (other !== own && marked(isbn)) {
      messages.push(
        factsDiffer(file, `${name} calls ${isbn} this edition, which is the ISBN of another one`),
      );
    }
  }
  if (origin === 'template') return messages;
  const isbn = own === undefined ? undefined : metadata.identifiers[own];
  if (isbn !== undefined && facts.includes('isbn') && !marked(isbn)) {
    messages.push(factsDiffer(file, `${name} does not mark the ISBN ${isbn} as that of this edition`));
  }
  const carrier: Carrier = { name, file, product, facts: {}, prose: { text, facts } };
  return [...messages, ...compare(carrier, expectedFacts(metadata, product, undefined))];
}
