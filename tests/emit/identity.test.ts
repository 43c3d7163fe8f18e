import { describe, expect, it } from 'vitest';
import { identifiersOf } from '../../src/emit/epub/identifier.ts';
import { doiOf, productUrn } from '../../src/emit/identity.ts';
import { makeMetadata } from '../builders/metadata.ts';

describe('productUrn', () => {
  it('is the ISBN of the product and never that of another', () => {
    const metadata = makeMetadata({ identifiers: { print: '9780306406157', others: [] } });
    expect(productUrn(metadata, 'print')).toBe('urn:isbn:9780306406157');
    expect(productUrn(metadata, 'epub')).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
  });

  it('is what pins the e-book, and follows from it for other products', () => {
    const id = 'urn:uuid:0a5a8e04-4b9e-4f0e-8a39-2f4e0c2a7d11';
    const pinned = makeMetadata({ identifiers: { id, epub: '9780306406157', others: [] } });
    const corrected = makeMetadata({ title: 'Other', date: '2031', identifiers: { id, others: [] } });
    expect(productUrn(pinned, 'epub')).toBe(id);
    expect(identifiersOf(pinned).map(({ value }) => value)).toEqual([id, 'urn:isbn:9780306406157']);
    expect(productUrn(corrected, 'pdf')).toBe(productUrn(pinned, 'pdf'));
    expect(productUrn(corrected, 'pdf')).not.toBe(productUrn(corrected, 'print'));
  });

  it('tells products apart, and stays the same when all but the words of the title is corrected', () => {
    const first = makeMetadata();
    const later = makeMetadata({
      title: `${first.title.toUpperCase()}!`,
      language: `${first.language}-GB`,
      contributors: [{ name: 'Somebody Else', role: 'aut' }],
      publisher: { name: 'Other' },
      date: '2030',
      edition: 'Second',
      modified: '2030-01-01T00:00:00Z',
      description: 'New',
    });
    expect(productUrn(first, 'epub')).not.toBe(productUrn(first, 'pdf'));
    expect(productUrn(later, 'pdf')).toBe(productUrn(first, 'pdf'));
    for (const other of [
      { title: 'Other' },
      { subtitle: 'Volume Two' },
      { language: 'fr' },
      { series: { name: 'Works', position: 2 } },
    ])
      expect(productUrn(makeMetadata(other), 'pdf')).not.toBe(productUrn(first, 'pdf'));
  });

  it('tells titles apart that have no letter', () => {
    const [one, two] = ['?', '!'].map((title) => productUrn(makeMetadata({ title }), 'epub'));
    expect(one).not.toBe(two);
  });
});

it('knows a DOI with and without the address of its resolver', () => {
  for (const doi of ['10.1000/182', 'https://doi.org/10.1000/182', 'doi:10.1000/182']) {
    expect(doiOf(makeMetadata({ identifiers: { doi, others: [] } }))).toBe('10.1000/182');
  }
});
