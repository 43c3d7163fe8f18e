import { z } from 'zod';
import { products, type Product } from '../../book/product.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import type { Carrier, Facts } from './fact.ts';

const named = z.union([z.string(), z.looseObject({ name: z.string() })]);
const several = <Item extends z.ZodType>(item: Item) => z.union([item, z.array(item)]).optional();

const example = z.looseObject({
  isbn: several(z.string()),
  bookFormat: z.string().optional(),
  numberOfPages: z.number().optional(),
});

const bookSchema = z.looseObject({
  name: z.string().optional(),
  inLanguage: several(z.string()),
  publisher: several(named),
  license: several(z.union([z.string(), z.looseObject({ url: z.string().optional() })])),
  copyrightHolder: several(named),
  workExample: several(example),
});

/**
 * What the description in the vocabulary of schema.org says of the book and of each product; as
 * holders, only those of the whole book.
 *
 * @param jsonLd the document
 * @param file its name
 */
export function jsonLdFacts(jsonLd: Uint8Array, file: string): Carrier[] {
  const book = readJson(jsonLd, bookSchema);
  const name = 'The description in JSON-LD';
  const licences = list(book.license).flatMap((value) =>
    typeof value === 'string' ? value : (value.url ?? []),
  );
  const whole: Facts = {
    title: list(book.name),
    language: list(book.inLanguage).slice(0, 1),
    publisher: list(book.publisher).map(nameOf),
    holders: list(book.copyrightHolder).map(nameOf),
    licence: licences,
  };
  // A licence without an address can stand there by its name; a publisher is more than a name.
  const lenient = new Set(['licence', 'publisher', 'holders'] as const);
  const parts = list(book.workExample).flatMap((part): Carrier[] => {
    const product = formatOf(part);
    return product === undefined ? [] : [{ name, file, product, facts: factsOf(part) }];
  });
  return [{ name, file, product: 'epub', facts: whole, lenient }, ...parts];
}

function factsOf({ isbn, numberOfPages }: z.infer<typeof example>): Facts {
  return { isbn: list(isbn), ...(numberOfPages !== undefined && { pages: [String(numberOfPages)] }) };
}

function formatOf(part: z.infer<typeof example>): Product | undefined {
  if (/(?:Paperback|Hardcover)$/.test(part.bookFormat ?? '')) return 'print';
  const text = JSON.stringify(part);
  if (text.includes('application/epub+zip')) return 'epub';
  return text.includes('application/pdf') ? 'pdf' : undefined;
}

const manifestSchema = z.looseObject({
  pages: z.number().optional(),
  metadata: z.looseObject({
    title: z.string(),
    language: z.string(),
    publisher: z.looseObject({ name: z.string() }).optional(),
    identifiers: z.looseObject({
      epub: z.string().optional(),
      print: z.string().optional(),
      pdf: z.string().optional(),
    }),
    copyright: z.looseObject({
      years: z.array(z.string()),
      holders: z.array(z.string()),
      parts: z.array(z.looseObject({ years: z.array(z.string()), holders: z.array(z.string()) })),
      license: z.looseObject({ url: z.string().optional() }).optional(),
      mining: z.looseObject({ reserved: z.boolean(), policy: z.string().optional() }).optional(),
    }),
  }),
});

/**
 * What the manifest of the release says, for each product.
 *
 * @param manifest release.json
 * @param file its name
 */
export function manifestFacts(manifest: Uint8Array, file: string): Carrier[] {
  const { metadata, pages } = readJson(manifest, manifestSchema);
  const { identifiers, copyright } = metadata;
  const { license, mining } = copyright;
  const notices = [copyright, ...copyright.parts];
  const whole: Facts = {
    title: [metadata.title],
    language: [metadata.language],
    publisher: list(metadata.publisher?.name),
    years: notices.flatMap(({ years }) => years),
    holders: notices.flatMap(({ holders }) => holders),
    licence: list(license?.url),
    reservation: mining === undefined ? [] : [mining.reserved ? '1' : '0'],
    policy: list(mining?.policy),
    pages: list(pages?.toString()),
  };
  return products.map((product, index) => ({
    name: 'The manifest of the release',
    file,
    product,
    facts: { isbn: list(identifiers[product]), ...(index === 0 && whole) },
  }));
}

/** @throws UnreadableFile where it is no JSON, or of another shape */
function readJson<Shape>(bytes: Uint8Array, schema: z.ZodType<Shape>): Shape {
  try {
    return schema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error;
    throw new UnreadableFile(error.message, { cause: error });
  }
}

function list<Item>(value: Item | Item[] | undefined): Item[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

function nameOf(value: z.infer<typeof named>): string {
  return typeof value === 'string' ? value : value.name;
}
