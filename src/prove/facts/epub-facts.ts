import { openEpub } from '../epub-container.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import type { Carrier } from './fact.ts';
import { isbnsOf } from './isbn.ts';
import { at, descendants, parseXml, textsOf, type XmlElement } from './xml.ts';

/** What an EPUB says of its book. */
export interface EpubFacts {
  readonly package: Carrier;
  /** The text of its copyright page with the addresses it links to. */
  readonly page: string | undefined;
}

/**
 * What the package document and the copyright page of an EPUB say.
 *
 * EPUB 3.3, 5.5; TDMRep for EPUB.
 *
 * @param epub the container
 * @param file its name
 */
export async function epubFacts(epub: Uint8Array, file: string): Promise<EpubFacts> {
  const { packageDocument, spine, read } = await openEpub(epub);
  const [opf] = parseXml(packageDocument).children;
  if (opf === undefined) throw new UnreadableFile(`${file} has no package document`);
  const [metadata = opf] = at(opf, 'metadata');
  const meta = (property: string): string[] =>
    at(metadata, 'meta')
      .filter(({ attributes }) => attributes['property'] === property && attributes['refines'] === undefined)
      .map(({ text }) => text);
  const carrier: Carrier = {
    name: 'The EPUB package',
    file,
    product: 'epub',
    facts: {
      title: textsOf(metadata, 'dc:title').slice(0, 1),
      // The first is that of the book, others are those of parts.
      language: textsOf(metadata, 'dc:language').slice(0, 1),
      publisher: textsOf(metadata, 'dc:publisher'),
      isbn: isbnsOf(textsOf(metadata, 'dc:identifier')),
      holders: meta('dcterms:rightsHolder'),
      licence: meta('dcterms:license'),
      reservation: meta('tdm:reservation'),
      policy: meta('tdm:policy'),
    },
    prose: { text: textsOf(metadata, 'dc:rights').join(' '), facts: ['years', 'holders'] },
  };
  for (const path of spine) {
    const source = await read(path);
    const page = source.includes('copyright-page') ? copyrightPage(parseXml(source)) : undefined;
    if (page !== undefined) return { package: carrier, page };
  }
  return { package: carrier, page: undefined };
}

function copyrightPage(document: XmlElement): string | undefined {
  const page = [...descendants(document, 'section'), ...descendants(document, 'body')].find(
    ({ attributes }) => attributes['epub:type']?.split(' ').includes('copyright-page'),
  );
  if (page === undefined) return undefined;
  const addresses = descendants(page, 'a').map(({ attributes }) => attributes['href'] ?? '');
  // Between two paragraphs there need be nothing, and numbers at their ends would run together.
  return [page.text, ...textsOf(page, 'p'), ...addresses].join('\n');
}
