import type { Bytes } from '../../book/bytes.ts';
import type { Product } from '../../book/product.ts';
import type { Labels } from '../../book/labels.ts';
import type { Message } from '../../book/messages/messages.ts';
import type { Metadata } from '../../book/metadata.ts';
import { FileError } from '../../pdf/file/file-error.ts';
import { XmpError } from '../../pdf/xmp.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { compare, factsDiffer } from './compare.ts';
import { epubFacts } from './epub-facts.ts';
import { expectedFacts } from './expected-facts.ts';
import type { Carrier, Fact } from './fact.ts';
import { jsonLdFacts, manifestFacts } from './json-facts.ts';
import { judgePage, type CopyrightPage } from './judge-page.ts';
import { onixFacts } from './onix-facts.ts';

/** A finished file and its name. */
interface NamedFile<Held extends Bytes = Uint8Array> {
  readonly path: string;
  readonly bytes: Held;
}

/** What a release is made of, as far as it was made. */
export interface FinishedFiles {
  readonly epub?: NamedFile | undefined;
  /** The PDF for screens. */
  readonly pdf?: NamedFile<Bytes> | undefined;
  /** The PDF for the press. */
  readonly press?: NamedFile<Bytes> | undefined;
  readonly onix?: NamedFile | undefined;
  readonly jsonLd?: NamedFile | undefined;
  readonly manifest?: NamedFile | undefined;
}

/** What the book is, against which its files are held. */
export interface Truth {
  readonly metadata: Metadata;
  readonly labels: Pick<Labels, 'thisEdition'>;
  /** The pages of the printed book. */
  readonly pages?: number | undefined;
  /** Where the book has one. */
  readonly copyrightPage?: CopyrightPage | undefined;
}

/**
 * What the finished files say otherwise than the metadata of title, language, publisher, ISBNs,
 * copyright, licence, text and data mining and pages: in the EPUB package, in PDF and XMP, in both
 * copyright pages, in ONIX, JSON-LD and the manifest. Since all must say what the metadata do, they
 * say the same.
 *
 * @param files the finished files
 * @param truth what the book is
 */
export async function checkFacts(files: FinishedFiles, truth: Truth): Promise<Message[]> {
  const { metadata, pages } = truth;
  const against = (carrier: Carrier): Message[] =>
    compare(carrier, expectedFacts(metadata, carrier.product, pages));
  // A description in JSON-LD has no field for the holders of parts.
  const whole = { ...metadata, copyright: { ...metadata.copyright, parts: [] } };
  const againstWhole = (carrier: Carrier): Message[] =>
    compare(carrier, expectedFacts(whole, carrier.product, pages));
  const { epub, pdf, press, onix, jsonLd, manifest } = files;
  const found = await Promise.all([
    readBack(epub, async ({ bytes, path }) => {
      const { package: opf, page } = await epubFacts(bytes, path);
      return [...against(opf), ...pageFaults(truth, 'EPUB', path, 'epub', page)];
    }),
    readBack(pdf, (file) => pdfFaults(file, 'pdf')),
    readBack(press, (file) => pdfFaults(file, 'print')),
    readBack(onix, ({ bytes, path }) => {
      const { carriers, related } = onixFacts(bytes, path);
      const wrong = related.filter(({ product, isbn }) => metadata.identifiers[product] !== isbn);
      const reasons = wrong.map(
        ({ name, product, isbn }) =>
          `${name} gives ${isbn} as the ISBN of the ${product} edition, the metadata do not`,
      );
      return [...carriers.flatMap(against), ...reasons.map((reason) => factsDiffer(path, reason))];
    }),
    readBack(jsonLd, ({ bytes, path }) => jsonLdFacts(bytes, path).flatMap(againstWhole)),
    readBack(manifest, ({ bytes, path }) => manifestFacts(bytes, path).flatMap(against)),
  ]);
  return found.flat();

  async function pdfFaults({ bytes, path }: NamedFile<Bytes>, product: 'pdf' | 'print'): Promise<Message[]> {
    // A build of the e-book alone need not load what reads PDFs.
    const { pdfFacts } = await import('./pdf-facts.ts');
    const { copyrightPage } = truth;
    // A press PDF has no destinations; its pages are those of the print.
    const place = product === 'pdf' ? copyrightPage?.id : copyrightPage?.page;
    const { carriers, page } = pdfFacts(bytes, path, product, place);
    const edition = product === 'pdf' ? 'PDF' : 'press PDF';
    const made = pdf !== undefined && press !== undefined ? bothPaged : [product];
    return [...carriers.flatMap(against), ...pageFaults(truth, edition, path, product, page, made)];
  }
}

/** How reading tells that a file is not what it should be. */
const unreadable = [FileError, UnreadableFile, XmpError];

/** What is wrong with a file; that it cannot be read is the worst of it. */
async function readBack<Held extends Bytes>(
  file: NamedFile<Held> | undefined,
  judge: (file: NamedFile<Held>) => Message[] | Promise<Message[]>,
): Promise<Message[]> {
  if (file === undefined) return [];
  try {
    return await judge(file);
  } catch (error) {
    if (!(error instanceof Error && unreadable.some((kind) => error instanceof kind))) throw error;
    const [why = ''] = error.message.trim().split('\n');
    return [factsDiffer(file.path, `The facts in it cannot be read back: ${why}`)];
  }
}

/** What is made of one print, and has one copyright page. */
const bothPaged: ReadonlyArray<Product> = ['print', 'pdf'];

const printed: ReadonlyArray<Fact> = ['years', 'holders', 'publisher', 'isbn'];

function pageFaults(
  { metadata, labels, copyrightPage }: Truth,
  edition: string,
  file: string,
  product: Product,
  text: string | undefined,
  made: ReadonlyArray<Product> = [product],
): Message[] {
  if (copyrightPage === undefined) return [];
  if (text === undefined) return [factsDiffer(file, `The ${edition} has no copyright page`)];
  // Letters of right-to-left scripts come out of a PDF in an order of their own.
  const isReordered = product !== 'epub' && /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(text);
  const facts = product === 'epub' ? [...printed, 'licence', 'policy'] : isReordered ? [] : printed;
  const page = { name: `The copyright page of the ${edition}`, file, product, made, text };
  return judgePage({ ...page, facts: facts as Fact[] }, copyrightPage.origin, metadata, labels.thisEdition);
}
