import type { Product } from '../book/edition.ts';
import type { Labels } from '../book/labels.ts';
import type { Message } from '../book/messages.ts';
import type { Metadata } from '../book/metadata.ts';
import { compare, factsDiffer } from './facts/compare.ts';
import { epubFacts } from './facts/epub-facts.ts';
import { expectedFacts } from './facts/expected-facts.ts';
import type { Carrier, Fact } from './facts/fact.ts';
import { jsonLdFacts, manifestFacts } from './facts/json-facts.ts';
import { judgePage, type CopyrightPage } from './facts/judge-page.ts';
import { onixFacts } from './facts/onix-facts.ts';
import { pdfFacts } from './facts/pdf-facts.ts';

/** A finished file and its name. */
interface NamedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a release is made of, as far as it was made. */
export interface FinishedFiles {
  readonly epub?: NamedFile | undefined;
  /** The PDF for screens. */
  readonly pdf?: NamedFile | undefined;
  /** The PDF for the press. */
  readonly press?: NamedFile | undefined;
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
  const messages: Message[] = [];
  if (files.epub !== undefined) {
    const { path } = files.epub;
    const found = await epubFacts(files.epub.bytes, path);
    messages.push(...against(found.package));
    messages.push(...pageFaults(truth, 'EPUB', path, 'epub', found.page));
  }
  for (const [product, file] of [
    ['pdf', files.pdf],
    ['print', files.press],
  ] as const) {
    if (file === undefined) continue;
    const found = await pdfFacts(file.bytes, file.path, product, truth.copyrightPage?.id);
    messages.push(...found.carriers.flatMap(against));
    messages.push(
      ...pageFaults(truth, product === 'pdf' ? 'PDF' : 'press PDF', file.path, product, found.page),
    );
  }
  if (files.onix !== undefined) {
    const { carriers, related } = onixFacts(files.onix.bytes, files.onix.path);
    messages.push(...carriers.flatMap(against));
    for (const { name, file, product, isbn } of related) {
      if (metadata.identifiers[product] === isbn) continue;
      messages.push(
        factsDiffer(file, `${name} gives ${isbn} as the ISBN of the ${product} edition, the metadata do not`),
      );
    }
  }
  const { jsonLd, manifest } = files;
  if (jsonLd !== undefined) messages.push(...jsonLdFacts(jsonLd.bytes, jsonLd.path).flatMap(against));
  if (manifest !== undefined) messages.push(...manifestFacts(manifest.bytes, manifest.path).flatMap(against));
  return messages;
}

const printed: ReadonlyArray<Fact> = ['years', 'holders', 'publisher', 'isbn'];

function pageFaults(
  { metadata, labels, copyrightPage }: Truth,
  edition: string,
  file: string,
  product: Product,
  text: string | undefined,
): Message[] {
  if (copyrightPage === undefined) return [];
  if (text === undefined) return [factsDiffer(file, `The ${edition} has no copyright page`)];
  // Letters of right-to-left scripts come out of a PDF in an order of their own.
  const isReordered = product !== 'epub' && /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(text);
  const facts = product === 'epub' ? [...printed, 'licence', 'policy'] : isReordered ? [] : printed;
  const page = { name: `The copyright page of the ${edition}`, file, product, text };
  return judgePage({ ...page, facts: facts as Fact[] }, copyrightPage.origin, metadata, labels.thisEdition);
}
