import { parse } from 'isbn3';
import type { PhrasingContent } from 'mdast';
import type { Book } from '../../book/book.ts';
import type { Product } from '../../book/product.ts';
import type { Labels } from '../../book/labels.ts';
import type { ElementNode } from '../../book/nodes.ts';
import { element, text } from '../element.ts';
import { labelledLine } from '../wording/labelled-line.ts';
import { separatorsOf } from '../../language/separators.ts';
import { isolated } from '../wording/isolated.ts';
import { keptLines } from './imprint-lines.ts';
import { link } from '../wording/wording.ts';

type Facts = Pick<Book, 'metadata' | 'labels'>;

const isbnLabels = [
  ['print', 'isbnPrint'],
  ['epub', 'isbnEpub'],
  ['pdf', 'isbnPdf'],
] as const satisfies ReadonlyArray<readonly [Product, keyof Labels]>;

/**
 * The ISBNs of all products, then DOI, LCCN and the numbers of other catalogues. Behind each ISBN
 * stands "this edition", marked with `data-product`: every edition keeps the mark that is its own.
 */
export function identifierLines({ metadata, labels }: Facts): ElementNode[] {
  const { identifiers, language } = metadata;
  const isbns = isbnLabels.flatMap(([product, label]) => {
    const isbn = identifiers[product];
    if (isbn === undefined) return [];
    const value = [isolated(hyphenatedIsbn(isbn), language), thisEdition(product, labels, language)];
    return [labelledLine('isbn', labels[label], value, language)];
  });
  const { doi, lccn, others } = identifiers;
  return [
    ...isbns,
    ...(doi === undefined ? [] : [labelledLine('doi', 'DOI', [doiLink(doi)], language)]),
    ...(lccn === undefined
      ? []
      : [
          labelledLine(
            'lccn',
            'LCCN',
            [link(`https://lccn.loc.gov/${encodeURIComponent(lccn)}`, lccn)],
            language,
          ),
        ]),
    ...others.map(({ name, value }) =>
      labelledLine('catalogue-number', name, [isolated(value.trim(), language)], language),
    ),
  ];
}

/** The cataloguing-in-publication block, its lines as the library gave them. */
export function cataloguingLines({ metadata }: Facts): ElementNode[] {
  return keptLines('cataloguing', metadata.copyright.cataloguing);
}

/**
 * The ISBN with the hyphens between its groups (ISO 2108, by the ranges of the International ISBN
 * Agency); only the prefix is set off in a range that is not known.
 *
 * @param isbn 13 digits
 */
export function hyphenatedIsbn(isbn: string): string {
  const known = parse(isbn)?.isbn13h;
  return known ?? (isbn.length === 13 ? `${isbn.slice(0, 3)}-${isbn.slice(3)}` : isbn);
}

/**
 * A link to a DOI, which stands there as an address.
 *
 * @param value the DOI, however it is written
 */
export function doiLink(value: string): PhrasingContent {
  const doi = `https://doi.org/${value.replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/i, '')}`;
  return link(encodeURI(doi), doi);
}

function thisEdition(product: Product, labels: Labels, language: string): ElementNode {
  const mark = text(`${separatorsOf(language).gap}${labels.thisEdition}`);
  return element('span', { className: ['this-edition'], dataProduct: product }, [mark]);
}
