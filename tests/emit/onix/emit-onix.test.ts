import { describe, expect, it } from 'vitest';
import type { Metadata } from '../../../src/book/metadata.ts';
import { emitOnix } from '../../../src/emit/onix/emit-onix.ts';
import type { ReleaseFacts } from '../../../src/emit/release-facts.ts';
import { inDigits } from '../../../src/language/digits.ts';
import { makeMetadata } from '../../builders/metadata.ts';
import { accessibility, fullMetadata, makeFacts, pages } from '../../builders/release-facts.ts';
import { at, readXml, rows, texts, type Read } from '../../support/read-xml.ts';

function messageOf(metadata: Metadata, facts: Partial<ReleaseFacts> = {}): Read {
  return readXml(emitOnix(metadata, makeFacts(metadata, facts)));
}

const message = messageOf(fullMetadata);
const [print, epub, pdf] = at(message, 'Product');

describe('the message', () => {
  it('has a record for each product, under a reference that lasts', () => {
    expect(texts(message, 'Product/RecordReference')).toEqual([
      'urn:isbn:9780306406157',
      'urn:isbn:9783161484100',
      'urn:isbn:9791090636071',
    ]);
  });

  it('is dated from the metadata and sent by the publisher', () => {
    expect(rows(message, 'Header')[0]).toMatch(/20240101T000000Z por$/);
    expect(rows(message, 'Header/Sender')).toEqual(['Harbour & Sons post@harbour.example']);
  });

  it('is sent by the author of a book without publisher, or in the name of the book', () => {
    const contributors = [{ name: 'Ada Byron', role: 'aut' }];
    expect(texts(messageOf(makeMetadata({ contributors })), 'Header/Sender/SenderName')).toEqual([
      'Ada Byron',
    ]);
    const nobody = messageOf(makeMetadata());
    expect(texts(nobody, 'Header/Sender/SenderName')).toEqual(['The Whale']);
    expect(at(nobody, 'Product/PublishingDetail')).toEqual([]);
  });

  it('has no record of a printed book without an ISBN, nor of a file that was not made', () => {
    const { epub: file } = makeFacts(fullMetadata).files;
    const only = messageOf(makeMetadata(), { files: file === undefined ? {} : { epub: file } });
    expect(texts(only, 'Product/DescriptiveDetail/ProductFormDetail')).toEqual(['E101', 'E200']);
    expect(at(messageOf(makeMetadata(), { files: {} }), 'NoProduct')).toHaveLength(1);
  });

  it('holds no character that XML cannot', () => {
    expect(() => messageOf(makeMetadata({ title: 'A\u0007\uD800B' }))).not.toThrow();
    expect(() => messageOf(makeMetadata({ title: 'A ]]> B' }))).not.toThrow();
  });
});

describe('a record', () => {
  it('identifies the product by its own ISBN, or else by a URN', () => {
    expect(rows(epub, 'ProductIdentifier')).toEqual([
      '03 9783161484100',
      '15 9783161484100',
      '06 10.1000/182',
    ]);
    expect(rows(print, 'ProductIdentifier')).toContain('13 2024012345');
    const [unnumbered] = at(messageOf(makeMetadata()), 'Product');
    expect(rows(unnumbered, 'ProductIdentifier')[0]).toMatch(/^22 urn:uuid:/);
  });

  it('relates the products to each other', () => {
    const related = (product: Read | undefined) =>
      at(product, 'RelatedMaterial/RelatedProduct').map((other) => [
        ...texts(other, 'ProductRelationCode'),
        ...texts(other, 'ProductIdentifier/IDValue').slice(-1),
      ]);
    expect(related(epub)).toEqual([
      ['06', '13', '9780306406157'],
      ['06', '9791090636071'],
    ]);
    expect(related(print)).toEqual([
      ['06', '27', '9783161484100'],
      ['06', '27', '9791090636071'],
    ]);
  });

  it('says the form: paperback of the trim size, reflowable EPUB, fixed PDF', () => {
    expect(texts(print, 'DescriptiveDetail/ProductForm')).toEqual(['BC']);
    expect(rows(print, 'DescriptiveDetail/Measure')).toEqual(['01 229 mm', '02 152 mm']);
    expect(texts(epub, 'DescriptiveDetail/ProductFormDetail')).toEqual(['E101', 'E200']);
    expect(texts(pdf, 'DescriptiveDetail/ProductFormDetail')).toEqual(['E107', 'E201']);
    expect(texts(pdf, 'DescriptiveDetail/EpubTechnicalProtection')).toEqual(['00']);
    expect(at(print, 'DescriptiveDetail/EpubTechnicalProtection')).toEqual([]);
  });

  it('names everybody once with all roles', () => {
    const people = at(epub, 'DescriptiveDetail/Contributor').map((person) => [
      ...texts(person, 'PersonName'),
      ...texts(person, 'ContributorRole'),
    ]);
    expect(people).toEqual([
      ['Ada Byron', 'A01'],
      ['María Núñez', 'B06', 'A15'],
      ['Jean O’Neil', 'Z99'],
    ]);
    expect(rows(epub, 'DescriptiveDetail/Contributor/NameIdentifier')).toEqual(['21 0000000218250097']);
    expect(texts(epub, 'DescriptiveDetail/Contributor/FromLanguage')).toEqual(['eng']);
  });

  it('says from what the book was translated', () => {
    expect(rows(epub, 'DescriptiveDetail/Language')).toEqual(['01 por BR', '02 eng GB']);
    expect(texts(epub, 'DescriptiveDetail/TitleDetail/TitleType')).toEqual(['01', '03']);
    expect(rows(epub, 'PublishingDetail/PublishingDate')).toEqual(['01 202405', '20 19990304']);
    const revised = messageOf({ ...fullMetadata, language: 'en-US' });
    expect(texts(revised, 'Product/DescriptiveDetail/Language/LanguageRole')).toEqual(['01', '01', '01']);
    expect(texts(revised, 'Product/PublishingDetail/PublishingDate/PublishingDateRole')).not.toContain('20');
  });

  it('counts the pages that were printed, and the bytes of the file', () => {
    expect(rows(print, 'DescriptiveDetail/Extent')).toEqual(['00 6 03', '03 4 03', '06 12 03', '11 10 03']);
    expect(rows(epub, 'DescriptiveDetail/Extent')).toEqual(['08 10 03', '22 1200 17']);
    expect(rows(pdf, 'DescriptiveDetail/Extent')).toEqual(['00 6 03', '03 4 03', '07 12 03', '22 3400 17']);
  });

  it('counts pages numbered in other digits', () => {
    const persian = pages.map(({ label, blank }) => ({ label: inDigits(label, 'fa'), blank }));
    const [book] = at(messageOf(fullMetadata, { pages: persian }), 'Product');
    expect(rows(book, 'DescriptiveDetail/Extent').slice(0, 2)).toEqual(['00 6 03', '03 4 03']);
  });

  it('sorts the subjects by scheme and keeps the rest as keywords', () => {
    expect(rows(epub, 'DescriptiveDetail/Subject').map((row) => row.trim())).toEqual([
      '10 FIC047000 FICTION / Sea Stories',
      '93 FJ',
      '94 1DDU',
      '20 Seafaring; Charts',
    ]);
    expect(at(epub, 'DescriptiveDetail/Subject/MainSubject')).toHaveLength(2);
  });

  it('carries the rights: notices, licence, limit, reservation', () => {
    const [own, part] = at(epub, 'PublishingDetail/CopyrightStatement');
    expect(at(own, 'CopyrightYear').map(({ text, attributes }) => [text, attributes['dateformat']])).toEqual([
      ['2019', '05'],
      ['20212024', '11'],
    ]);
    expect(texts(own, 'CopyrightOwner/PersonName')).toEqual(['Ada Byron']);
    expect(texts(own, 'CopyrightOwner/CorporateName')).toEqual(['Harbour & Sons']);
    expect(texts(part, 'CopyrightOwner/PersonName')).toEqual(['María Núñez']);
    expect(texts(epub, 'DescriptiveDetail/EpubLicense/EpubLicenseName')).toEqual([
      'Creative Commons Attribution 4.0 International',
    ]);
    expect(rows(epub, 'DescriptiveDetail/EpubUsageConstraint')).toEqual(['03 02 ', '11 03']);
    expect(texts(epub, 'DescriptiveDetail/EpubUsageConstraint/EpubUsageLimit/Quantity')).toEqual(['1500']);
    expect(texts(print, 'CollateralDetail/TextContent/Text')[1]).toContain('Funded by the Lighthouse Board.');
  });

  it('prices the product, or says that it is free', () => {
    expect(rows(print, 'ProductSupply/SupplyDetail/Price')).toEqual(['02 15.00 USD', '02 12.99 EUR']);
    expect(texts(epub, 'ProductSupply/SupplyDetail/UnpricedItemType')).toEqual(['01']);
    expect(at(messageOf(makeMetadata()), 'Product/ProductSupply')).toEqual([]);
  });
});

it('names every language of the text', () => {
  const many = messageOf({ ...fullMetadata, languages: ['grc'] });
  expect(rows(at(many, 'Product')[1], 'DescriptiveDetail/Language')).toEqual([
    '01 por BR',
    '01 grc',
    '02 eng GB',
  ]);
});

describe('the accessibility of the EPUB', () => {
  const features = (product: Read | undefined) =>
    at(product, 'DescriptiveDetail/ProductFormFeature')
      .map((feature) =>
        texts(feature, 'ProductFormFeatureType').concat(texts(feature, 'ProductFormFeatureValue')),
      )
      .filter(([type]) => type === '09' || type === '12')
      .map((pair) => pair.join('/'));

  it('is what its package document says, code by code', () => {
    expect(features(epub)).toEqual(['09/00', '09/11', '09/13', '09/14', '09/17', '09/52', '12/00']);
    expect(features(pdf)).toEqual([]);
  });

  it('has what book.yaml claims of it, in codes and words', () => {
    const claims: NonNullable<Metadata['accessibility']> = {
      conformance: { wcag: '2.1', level: 'AA' },
      certifier: { name: 'Harbour', credential: 'A seal', report: 'https://harbour.example/report' },
      contact: 'access@harbour.example',
    };
    const [, claiming] = at(messageOf({ ...fullMetadata, accessibility: claims }), 'Product');
    expect(features(claiming).join(' ')).toBe(
      '09/00 09/04 09/11 09/13 09/14 09/17 09/52 09/81 09/85 09/88 09/90 09/94 09/99 12/00',
    );
    const words = texts(claiming, 'DescriptiveDetail/ProductFormFeature/ProductFormFeatureDescription');
    expect(words.slice(1)).toEqual([
      'A seal',
      'Harbour',
      'https://harbour.example/report',
      'access@harbour.example',
    ]);
    const exempt = { ...fullMetadata, accessibility: { exemption: 'microenterprise' as const } };
    expect(features(at(messageOf(exempt), 'Product')[1])).toContain('09/75');
  });

  it('claims nothing the package document does not', () => {
    const less = { ...accessibility, sufficient: ['textual,visual'], features: ['tableOfContents'] };
    const [, poorer] = at(
      messageOf(fullMetadata, { accessibility: { ...less, hazard: 'unknown' } }),
      'Product',
    );
    expect(features(poorer)).toEqual(['09/00', '09/11', '12/24']);
    const heard = { ...less, hazard: 'unknown' as const, modes: ['textual', 'auditory'] };
    const [, heardProduct] = at(messageOf(fullMetadata, { accessibility: heard }), 'Product');
    expect(features(heardProduct)).toEqual(['09/00', '09/11', '12/24', '12/25']);
  });
});
