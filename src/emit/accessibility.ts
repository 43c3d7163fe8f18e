import { visit } from 'unist-util-visit';
import { sections, type Assets, type Book, type Hast } from '../book/book.ts';

/** Values of the schema.org accessibility properties, as the package document of the EPUB has them. */
export interface Accessibility {
  readonly modes: ReadonlyArray<string>;
  readonly sufficient: ReadonlyArray<string>;
  readonly features: ReadonlyArray<string>;
  readonly hazard: 'none' | 'unknown';
  /** English. */
  readonly summary: string;
}

/**
 * What the EPUB can honestly say of its accessibility, from what stands in the book.
 *
 * An empty text alternative counts as none: whether the image is decoration or the
 * alternative was forgotten, the tree does not tell. A GIF may blink.
 *
 * EPUB Accessibility 1.1, 2.2 to 2.4.
 *
 * @param book the book
 * @param assets the files of the manuscript by path
 */
export function accessibilityOf(book: Book<Hast>, assets: Assets): Accessibility {
  const { images, described, math } = survey(sections(book).map(({ tree }) => tree));
  const visual = images > 0;
  const alternatives = visual && described === images;
  const moving = [...assets.values()].some(({ mediaType }) => mediaType === 'image/gif');
  const reads = !visual || alternatives;
  return {
    modes: ['textual', ...(visual ? ['visual'] : [])],
    sufficient: [...(reads ? ['textual'] : []), ...(visual ? ['textual,visual'] : [])],
    features: [
      'tableOfContents',
      'structuralNavigation',
      'readingOrder',
      'displayTransformability',
      ...(alternatives ? ['alternativeText'] : []),
      ...(math ? ['MathML'] : []),
    ],
    hazard: moving ? 'unknown' : 'none',
    summary: [
      'The text reflows; headings and a linked table of contents lead through it.',
      ...(alternatives ? ['All images have text alternatives.'] : []),
      ...(visual && !alternatives ? ['Some images have no text alternative.'] : []),
      ...(math ? ['Formulas are MathML.'] : []),
    ].join(' '),
  };
}

function survey(trees: ReadonlyArray<Hast>): { images: number; described: number; math: boolean } {
  const found = { images: 0, described: 0, math: false };
  for (const tree of trees) {
    visit(tree, 'element', ({ tagName, properties: { alt } }) => {
      if (tagName === 'math') found.math = true;
      if (tagName !== 'img') return;
      found.images += 1;
      if (typeof alt === 'string' && alt.trim() !== '') found.described += 1;
    });
  }
  return found;
}
