import { expect, test } from 'vitest';
import { licenceOf } from '../../../../src/book/licence.ts';
import type { Metadata } from '../../../../src/book/metadata.ts';
import { xmpPacket, type XmpSubject } from '../../../../src/emit/pdf/description/xmp.ts';
import { makeMetadata } from '../../../builders/metadata.ts';
import { wordingOf } from '../../../../src/language/wording.ts';
import { fullMetadata } from '../../../builders/release-facts.ts';
import { at, readXml, type Read } from '../../../support/read-xml.ts';

const english: XmpSubject = { labels: wordingOf('en') };

/** The texts of every property, as an XML parser reads them. */
function read(
  metadata: Metadata,
  authors: ReadonlyArray<string> = [],
  subject: XmpSubject = english,
): Record<string, string[]> {
  const properties = at(readXml(xmpPacket(metadata, authors, subject)), 'rdf:RDF/rdf:Description')[0]
    ?.children;
  return Object.fromEntries((properties ?? []).map((element) => [element.name, valuesOf(element)]));
}

function valuesOf(element: Read): string[] {
  const { children, attributes, text } = element;
  return children.length === 0 ? [attributes['rdf:resource'] ?? text] : children.flatMap(valuesOf);
}

test('says in Dublin Core what the book is', () => {
  const metadata = makeMetadata({
    title: 'Fathers & <Sons> "quoted"',
    language: 'uk',
    contributors: [
      { name: 'Ivan & Co', role: 'aut' },
      { name: 'Леся', role: 'aut' },
      { name: 'Ed', role: 'edt' },
    ],
    description: 'A & B < C',
    publisher: { name: 'Smith & Sons' },
    date: '1851-10',
    subjects: [{ text: 'Fathers' }, { scheme: 'thema', code: 'FJ' }],
    identifiers: { pdf: '9791090636071', print: '9780306406157', doi: '10.1000/182', others: [] },
    modified: '1851-10-18T12:00:00Z',
  });
  expect(read(metadata, ['Ivan & Co', 'Леся'])).toEqual({
    'dc:format': ['application/pdf'],
    'dc:title': ['Fathers & <Sons> "quoted"'],
    'dc:creator': ['Ivan & Co', 'Леся'],
    'dc:contributor': ['Ed'],
    'dc:description': ['A & B < C'],
    'dc:publisher': ['Smith & Sons'],
    'dc:date': ['1851-10'],
    'dc:subject': ['Fathers', 'FJ'],
    'dc:language': ['uk'],
    'dc:identifier': ['urn:isbn:9791090636071'],
    'xmp:Identifier': ['urn:isbn:9791090636071', 'doi:10.1000/182'],
    'xmp:CreateDate': ['1851-10-18T12:00:00Z'],
    'xmp:ModifyDate': ['1851-10-18T12:00:00Z'],
    'xmp:MetadataDate': ['1851-10-18T12:00:00Z'],
    'xmp:CreatorTool': ['Colophon'],
    'pdf:Producer': ['Colophon'],
  });
  const press = read(metadata, [], { ...english, product: 'print' });
  expect(press['dc:identifier']).toEqual(['urn:isbn:9780306406157']);
});

test('leaves out what the book does not say', () => {
  expect(Object.keys(read(makeMetadata({ description: ' ' }))).toSorted()).toEqual([
    'dc:format',
    'dc:identifier',
    'dc:language',
    'dc:title',
    'pdf:Producer',
    'xmp:CreateDate',
    'xmp:CreatorTool',
    'xmp:Identifier',
    'xmp:MetadataDate',
    'xmp:ModifyDate',
  ]);
});

test('carries the rights, in words and for machines', () => {
  const packet = read(fullMetadata, ['Ada Byron'], { labels: wordingOf('pt') });
  expect(packet).toMatchObject({
    'xmpRights:Marked': ['True'],
    'xmpRights:Owner': ['Ada Byron', 'Harbour & Sons', 'María Núñez'],
    'xmpRights:WebStatement': ['https://creativecommons.org/licenses/by/4.0/'],
    'cc:license': ['https://creativecommons.org/licenses/by/4.0/'],
    'tdm:reservation': ['1'],
    'tdm:policy': ['https://harbour.example/mining'],
  });
  expect(packet['dc:rights']?.[0]).toMatch(
    /^© 2019, 2021–2024 Ada Byron, .* Funded by the Lighthouse Board\./,
  );
  expect(packet['xmpRights:UsageTerms']?.[0]).toContain('1.500');
});

test('gives the terms by default and in the language of the book', () => {
  const packet = xmpPacket(fullMetadata, [], { labels: wordingOf('pt') });
  const items = at(readXml(packet), 'rdf:RDF/rdf:Description/xmpRights:UsageTerms/rdf:Alt/rdf:li');
  expect(items.map(({ attributes }) => attributes['xml:lang'])).toEqual(['x-default', 'pt-BR']);
});

test('marks what is under copyright, and what is free', () => {
  const { copyright } = makeMetadata();
  const marked = (rest: Partial<Metadata['copyright']>) =>
    read(makeMetadata({ copyright: { ...copyright, ...rest } }))['xmpRights:Marked'];
  expect(marked({ holders: ['A'] })).toEqual(['True']);
  expect(marked({ license: licenceOf({ id: 'CC0-1.0', name: 'CC0', url: 'https://example.org' }) })).toEqual([
    'False',
  ]);
  expect(marked({})).toBeUndefined();
});

test('allows mining where the book does', () => {
  const { copyright } = makeMetadata();
  const packet = read(makeMetadata({ copyright: { ...copyright, mining: { reserved: false } } }));
  expect(packet['tdm:reservation']).toEqual(['0']);
  expect(packet).not.toHaveProperty('tdm:policy');
});

test('stands in the wrapper by which programs find it in the file', () => {
  const packet = xmpPacket(makeMetadata(), []);
  expect(packet).toMatch(/^<\?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"\?>\n/);
  expect(packet).toMatch(/\n<\?xpacket end="r"\?>$/);
});
