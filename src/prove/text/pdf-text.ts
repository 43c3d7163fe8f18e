import type { Bytes } from '../../book/bytes.ts';
import { noShelf, type Shelf } from '../../book/shelf.ts';
import type { Product } from '../../book/product.ts';
import type { PrintedPage } from '../pages/first-words.ts';
import type { ExpectedPassage, ExpectedSection } from './expected-text.ts';
import { printedLetters } from './folding.ts';
import { fromRight } from './from-right.ts';
import { PrintedPages, type TextArea } from './printed-pages.ts';
import { proveText, type TextProof } from './prove-text.ts';

/** What is known of the print. */
export interface PrintedPlace {
  /** The page on which each section begins, by its id. */
  readonly anchors: ReadonlyMap<string, number>;
  /** Where the text of the pages stands; in a tagged PDF the tags tell. */
  readonly textArea?: TextArea;
  /** Where the notes at the foot of pages begin, by index of page. */
  readonly feet?: ReadonlyMap<number, number> | undefined;
  /** Characters no font of the book has. */
  readonly missing: ReadonlySet<string>;
}

/**
 * What a PDF has of the text: each section between the page where the print has it and the page
 * where the next one begins; and what its pages begin with.
 *
 * @param pdf the finished file
 * @param product what it is sold as
 * @param expected the text of the book
 * @param read what an earlier build read of its pages
 * @throws FileError where it cannot be read
 */
export function provePdfText(
  pdf: Bytes,
  product: Product,
  expected: ReadonlyArray<ExpectedSection>,
  { anchors, textArea, feet, missing }: PrintedPlace,
  read: Shelf = noShelf,
): TextProof & { readonly pages: ReadonlyArray<PrintedPage> } {
  const folding = printedLetters(missing);
  const pages = new PrintedPages(pdf, folding, read, textArea, feet);
  const starts = expected.flatMap(({ id }) => anchors.get(id) ?? []).toSorted((a, b) => a - b);
  const wanted = expected
    .filter(({ products }) => products?.includes(product) ?? true)
    .map((section) => ({ ...section, passages: asPrinted(section.passages) }));
  const proof = proveText(
    wanted,
    ({ id }) => {
      const start = anchors.get(id);
      if (start === undefined) return [];
      return pages.runs(start, starts.find((page) => page > start) ?? Infinity);
    },
    folding,
    expected.some(({ passages }) => passages.some(({ text }) => fromRight.test(text))),
  );
  return { ...proof, pages: pages.all() };
}

/** At the foot of pages notes of both series stand in the order of their marks. */
function asPrinted(passages: ReadonlyArray<ExpectedPassage>): ReadonlyArray<ExpectedPassage> {
  if (passages.every(({ noteOrder }) => noteOrder === undefined)) return passages;
  const orderOf = ({ noteOrder = -1 }: ExpectedPassage): number => noteOrder;
  return passages.toSorted((a, b) => orderOf(a) - orderOf(b));
}
