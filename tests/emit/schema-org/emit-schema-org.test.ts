import { describe, expect, it } from 'vitest';
import type { Metadata } from '../../../src/book/metadata.ts';
import { emitSchemaOrg } from '../../../src/emit/schema-org/emit-schema-org.ts';
import type { ReleaseFacts } from '../../../src/emit/release-facts.ts';
import { makeMetadata } from '../../builders/metadata.ts';
import { fullMetadata, makeFacts } from '../../builders/release-facts.ts';

function read(metadata: Metadata, facts: Partial<ReleaseFacts> = {}): unknown {
  return JSON.parse(Buffer.from(emitSchemaOrg(metadata, makeFacts(metadata, facts))).toString('utf8'));
}

describe('the JSON-LD of the release', () => {
  const book = read(fullMetadata);

  it('says what the book is and who made it', () => {
    expect(book).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Book',
      '@id': 'https://doi.org/10.1000/182',
      name: 'Salt & <Water>',
      alternativeHeadline: 'A Chart',
      inLanguage: 'pt-BR',
      author: { '@type': 'Person', name: 'Ada Byron', sameAs: 'https://orcid.org/0000-0002-1825-0097' },
      translator: { '@type': 'Person', name: 'María Núñez' },
      contributor: [{ name: 'María Núñez' }, { name: 'Jean O’Neil' }],
      publisher: { '@type': 'Organization', name: 'Harbour & Sons', url: 'https://harbour.example' },
      datePublished: '2024-05',
      bookEdition: 'Second edition',
      isPartOf: { '@type': 'BookSeries', name: 'Charts', issn: '0378-5955' },
      position: 2,
      translationOfWork: { '@type': 'Book', name: 'Salt', inLanguage: 'en-GB', datePublished: '1999-03-04' },
    });
  });

  it('says who holds the rights and what may be done', () => {
    expect(book).toMatchObject({
      license: 'https://creativecommons.org/licenses/by/4.0/',
      copyrightYear: 2024,
      copyrightHolder: [
        { '@type': 'Person', name: 'Ada Byron' },
        { '@type': 'Organization', name: 'Harbour & Sons' },
      ],
      copyrightNotice: '© 2019, 2021–2024 Ada Byron, Harbour & Sons. Tradução: © 2024 María Núñez.',
      creditText: 'Please name the book',
      funding: { '@type': 'Grant', description: 'Funded by the Lighthouse Board' },
      usageInfo: ['https://harbour.example/salt', 'https://harbour.example/mining'],
    });
  });

  it('has an example for each product with its own ISBN and file', () => {
    expect(book).toMatchObject({
      workExample: [
        { bookFormat: 'https://schema.org/Paperback', isbn: '9780306406157', numberOfPages: 12 },
        {
          '@id': 'urn:isbn:9783161484100',
          bookFormat: 'https://schema.org/EBook',
          encodingFormat: 'application/epub+zip',
          encoding: { name: 'the-whale.epub', contentSize: '1200 B', sha256: 'ab'.repeat(32) },
          accessibilityFeature: ['tableOfContents', 'readingOrder', 'alternativeText', 'MathML'],
          accessModeSufficient: [
            { itemListElement: ['textual'] },
            { itemListElement: ['textual', 'visual'] },
          ],
          offers: { price: '0', priceCurrency: 'EUR' },
        },
        { isbn: '9791090636071', encodingFormat: 'application/pdf', numberOfPages: 12 },
      ],
    });
  });

  it('leaves out what the book does not say', () => {
    const { files } = makeFacts(fullMetadata);
    const bare = read(makeMetadata(), { files: files.epub === undefined ? {} : { epub: files.epub } });
    expect(Object.keys(bare as object).toSorted()).toEqual([
      '@context',
      '@type',
      'inLanguage',
      'name',
      'workExample',
    ]);
    expect(bare).not.toHaveProperty('workExample.isbn');
  });
});
