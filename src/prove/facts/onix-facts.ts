import type { Product } from '../../book/product.ts';
import type { Carrier } from './fact.ts';
import { at, descendants, parseXml, textsOf, type XmlElement } from './xml.ts';

/** The ISBN a record gives for another product of the book. */
export interface RelatedIsbn {
  readonly name: string;
  readonly file: string;
  readonly product: Product;
  readonly isbn: string;
}

/**
 * What each record of an ONIX message says (ONIX for Books 3, reference names), and which ISBNs
 * it gives for the other products. The language is not compared: ONIX has codes of its own.
 *
 * @param onix the message
 * @param file its name
 */
export function onixFacts(
  onix: Uint8Array,
  file: string,
): { readonly carriers: Carrier[]; readonly related: RelatedIsbn[] } {
  const message = parseXml(Buffer.from(onix).toString('utf8'));
  const carriers: Carrier[] = [];
  const related: RelatedIsbn[] = [];
  for (const record of descendants(message, 'Product')) {
    const product = productOf(at(record, 'DescriptiveDetail'));
    if (product === undefined) continue;
    const name = `The ONIX record of the ${product === 'print' ? 'printed book' : product.toUpperCase()}`;
    carriers.push(recordFacts(record, product, name, file));
    for (const other of at(record, 'RelatedMaterial', 'RelatedProduct')) {
      const of = productOf([other]);
      if (of !== undefined)
        related.push(...isbnsIn(other).map((isbn) => ({ name, file, product: of, isbn })));
    }
  }
  return { carriers, related };
}

function recordFacts(record: XmlElement, product: Product, name: string, file: string): Carrier {
  const main = at(record, 'DescriptiveDetail', 'TitleDetail').find(
    (title) => textsOf(title, 'TitleType')[0] === '01',
  );
  const houses = at(record, 'PublishingDetail', 'Publisher').filter(
    (house) => textsOf(house, 'PublishingRole')[0] === '01',
  );
  const [detail = record] = at(record, 'DescriptiveDetail');
  const statements = at(record, 'PublishingDetail', 'CopyrightStatement');
  const owners = statements.flatMap((statement) => at(statement, 'CopyrightOwner'));
  const mining = descendants(detail, 'EpubUsageConstraint').filter(
    (constraint) => textsOf(constraint, 'EpubUsageType')[0] === '11',
  );
  const pages = at(detail, 'Extent').filter((extent) => totals.has(textsOf(extent, 'ExtentType')[0] ?? ''));
  return {
    name,
    file,
    product,
    facts: {
      title: main === undefined ? [] : textsOf(main, 'TitleText').slice(0, 1),
      publisher: houses.flatMap((house) => textsOf(house, 'PublisherName')),
      isbn: isbnsIn(record),
      years: statements.flatMap((statement) => textsOf(statement, 'CopyrightYear').map(yearOf)),
      holders: owners.flatMap((owner) => [
        ...textsOf(owner, 'PersonName'),
        ...textsOf(owner, 'CorporateName'),
      ]),
      // The terms of an e-publication; a printed book has no field for them.
      ...(product !== 'print' && {
        licence: textsOf(detail, 'EpubLicenseExpressionLink'),
        reservation: mining.map((constraint) =>
          textsOf(constraint, 'EpubUsageStatus')[0] === '03' ? '1' : '0',
        ),
      }),
      ...(pages.length > 0 && { pages: pages.flatMap((extent) => textsOf(extent, 'ExtentValue')) }),
    },
    lenient: new Set(['publisher']),
  };
}

/** Code list 23: total number of pages on paper, and of an e-publication. */
const totals: ReadonlySet<string> = new Set(['06', '07']);

/** Code lists 150 and 175. */
function productOf(elements: ReadonlyArray<XmlElement>): Product | undefined {
  const forms = elements.flatMap((element) => at(element, 'ProductForm').map(({ text }) => text));
  const details = new Set(
    elements.flatMap((element) => at(element, 'ProductFormDetail').map(({ text }) => text)),
  );
  if (forms.some((form) => form.startsWith('B'))) return 'print';
  if (details.has('E101')) return 'epub';
  return details.has('E107') ? 'pdf' : undefined;
}

/** Code list 5: 15 is an ISBN of 13 digits. */
function isbnsIn(element: XmlElement): string[] {
  return at(element, 'ProductIdentifier')
    .filter((identifier) => textsOf(identifier, 'ProductIDType')[0] === '15')
    .flatMap((identifier) => textsOf(identifier, 'IDValue'));
}

/** A spread of years is written as eight digits (code list 55). */
function yearOf(digits: string): string {
  return digits.replace(/^(\d{4})(\d{4})$/, '$1–$2');
}
