import { x } from 'xastscript';
import type { Product } from '../../../book/product.ts';
import type { Labels } from '../../../book/labels.ts';
import type { Metadata } from '../../../book/metadata.ts';
import { doiOf, productUrn } from '../../identity.ts';
import { xmlOf } from '../../xml-text.ts';
import { alternatives, bag, property, sequence, type Property } from './xmp-property.ts';
import { rightsProperties } from './xmp-rights.ts';

/** Of which PDF the packet speaks. */
export interface XmpSubject {
  /** By default the PDF for screens. */
  readonly product?: Product;
  /** Fixed wording in the language of the book; without it the packet states no rights in words. */
  readonly labels?: Labels;
  /** What the standard the file keeps to asks for. */
  readonly conformance?: Conformance;
}

/** Properties of a schema of their own, with its declaration. */
export interface Conformance {
  /** By prefix; those of the book's metadata need none. */
  readonly namespaces: Readonly<Record<string, string>>;
  readonly properties: ReadonlyArray<Property>;
}

/** Every prefix the properties use, declared whether or not a book needs it. */
const namespaces = {
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:xmp': 'http://ns.adobe.com/xap/1.0/',
  'xmlns:xmpRights': 'http://ns.adobe.com/xap/1.0/rights/',
  'xmlns:pdf': 'http://ns.adobe.com/pdf/1.3/',
  'xmlns:cc': 'http://creativecommons.org/ns#',
  'xmlns:tdm': 'http://www.w3.org/ns/tdmrep/',
};

/**
 * The XMP packet of the PDF (ISO 16684-1): Dublin Core, dates and rights, equal to the
 * information dictionary where both have a place for them.
 *
 * @param metadata the metadata of the book
 * @param authors names in the order of the title page
 * @param subject which PDF it is, with the wording of its rights
 */
export function xmpPacket(
  metadata: Metadata,
  authors: ReadonlyArray<string>,
  subject: XmpSubject = {},
): string {
  const { labels, conformance } = subject;
  const declared = Object.entries(conformance?.namespaces ?? {}).map(
    ([prefix, address]) => [`xmlns:${prefix}`, address] as const,
  );
  const attributes = { 'rdf:about': '', ...namespaces, ...Object.fromEntries(declared) };
  const description = x('rdf:Description', attributes, [
    ...dublinCore(metadata, authors, subject),
    ...rightsProperties(metadata, labels),
    ...property('xmp:CreateDate', metadata.modified),
    ...property('xmp:ModifyDate', metadata.modified),
    ...property('xmp:MetadataDate', metadata.modified),
    ...property('xmp:CreatorTool', 'Colophon'),
    ...property('pdf:Producer', 'Colophon'),
    ...(conformance?.properties ?? []),
  ]);
  const packet = x('x:xmpmeta', { 'xmlns:x': 'adobe:ns:meta/' }, [
    x('rdf:RDF', { 'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#' }, [description]),
  ]);
  // The packet wrapper is not markup but a marker of fixed bytes (ISO 16684-1, 7.3.2).
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>\n${xmlOf(packet)}\n<?xpacket end="r"?>`;
}

function dublinCore(
  metadata: Metadata,
  authors: ReadonlyArray<string>,
  { product = 'pdf' }: XmpSubject,
): Property[] {
  const { contributors, subjects } = metadata;
  const doi = doiOf(metadata);
  const urn = productUrn(metadata, product);
  const others = contributors.map(({ name }) => name).filter((name) => !authors.includes(name));
  return [
    ...property('dc:format', 'application/pdf'),
    ...alternatives('dc:title', metadata.title),
    ...sequence('dc:creator', authors),
    ...bag('dc:contributor', [...new Set(others)]),
    ...alternatives('dc:description', metadata.description),
    ...bag('dc:publisher', [metadata.publisher?.name]),
    ...sequence('dc:date', [metadata.date]),
    ...bag(
      'dc:subject',
      subjects.map(({ text, code }) => text ?? code),
    ),
    ...bag('dc:language', [metadata.language]),
    ...property('dc:identifier', urn),
    ...bag('xmp:Identifier', [urn, doi && `doi:${doi}`]),
  ];
}
