import JSZip from 'jszip';
import { posix } from 'node:path';
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
  const zip = await JSZip.loadAsync(epub);
  const read = async (path: string): Promise<string> => (await zip.file(path)?.async('string')) ?? '';
  const container = parseXml(await read('META-INF/container.xml'));
  const path = descendants(container, 'rootfile')[0]?.attributes['full-path'] ?? '';
  const [opf] = parseXml(await read(path)).children;
  if (opf === undefined) throw new Error(`${file} has no package document`);
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
      language: textsOf(metadata, 'dc:language'),
      publisher: textsOf(metadata, 'dc:publisher'),
      isbn: isbnsOf(textsOf(metadata, 'dc:identifier')),
      holders: meta('dcterms:rightsHolder'),
      licence: meta('dcterms:license'),
      reservation: meta('tdm:reservation'),
      policy: meta('tdm:policy'),
    },
    prose: { text: textsOf(metadata, 'dc:rights').join(' '), facts: ['years', 'holders'] },
  };
  for (const href of spineOf(opf)) {
    const source = await read(posix.join(posix.dirname(path), href));
    const page = source.includes('copyright-page') ? copyrightPage(parseXml(source)) : undefined;
    if (page !== undefined) return { package: carrier, page };
  }
  return { package: carrier, page: undefined };
}

function spineOf(opf: XmlElement): string[] {
  const items = new Map(
    at(opf, 'manifest', 'item').map(({ attributes }) => [attributes['id'], attributes['href'] ?? '']),
  );
  return at(opf, 'spine', 'itemref').map(({ attributes }) => decodeURI(items.get(attributes['idref']) ?? ''));
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
