import { describe, expect, test } from 'vitest';
import { checkFacts } from '../../../src/prove/facts/check-facts.ts';
import type { CopyrightPage } from '../../../src/prove/facts/judge-page.ts';
import { makeRelease, metadata, pages, texts, type Texts } from '../../builders/release-files.ts';

type Change = readonly [file: keyof Texts, from: string, to: string];

/** What is found where one thing in one file is otherwise. */
async function found(change?: Change, origin: CopyrightPage['origin'] = 'generated') {
  const given = { ...texts };
  if (change !== undefined) {
    const [file, from, to] = change;
    if (!given[file].includes(from)) throw new Error(`${file} has no ${from}`);
    given[file] = from === given[file] ? to : given[file].replace(from, to);
  }
  return checkFacts(await makeRelease(given), {
    metadata,
    labels: { thisEdition: '(this edition)' },
    pages,
    copyrightPage: { id: 'copyright', origin },
  });
}

const by = 'https://creativecommons.org/licenses/by/4.0/';
const sa = 'https://creativecommons.org/licenses/by-sa/4.0/';

describe('checkFacts', () => {
  test('blames no file for a fault of ours', async () => {
    const copyrightPage = {
      id: 'copyright',
      get origin(): never {
        throw new TypeError('planted');
      },
    };
    const truth = { metadata, labels: { thisEdition: '(this edition)' }, pages, copyrightPage };
    await expect(checkFacts(await makeRelease(texts), truth)).rejects.toThrow('planted');
  });

  test('finds nothing where every file says what the metadata do', async () => {
    expect(await found()).toEqual([]);
  });

  test.each<[...Change, string, string]>([
    [
      'opf',
      'The Whale',
      'A Whale',
      'whale.epub',
      'The EPUB package says the title is "A Whale & the Sea", the metadata say "The Whale & the Sea"',
    ],
    [
      'opf',
      '<dc:language>en',
      '<dc:language>de',
      'whale.epub',
      'The EPUB package says the language is "de", the metadata say "en"',
    ],
    [
      'opf',
      'Brothers',
      'Sisters',
      'whale.epub',
      'The EPUB package says the publisher is "Harper & Sisters", the metadata say "Harper & Brothers"',
    ],
    [
      'opf',
      'urn:isbn:9780306406157',
      'urn:isbn:9783161484100',
      'whale.epub',
      'The EPUB package says the ISBN is "9783161484100", the metadata say "9780306406157"',
    ],
    [
      'opf',
      'doi:10.1000/1',
      'urn:isbn:9783161484100',
      'whale.epub',
      'The EPUB package says the ISBN is "9783161484100", the metadata do not',
    ],
    [
      'opf',
      'urn:isbn:9780306406157',
      'urn:uuid:1',
      'whale.epub',
      'The EPUB package does not say that the ISBN is "9780306406157"',
    ],
    [
      'opf',
      '© 2020–2024',
      '© 2020',
      'whale.epub',
      'The EPUB package does not name the year of copyright "2020–2024"',
    ],
    [
      'opf',
      '>A. Translator<',
      '>B. Translator<',
      'whale.epub',
      'The EPUB package says the copyright holder is "B. Translator", the metadata say "A. Translator"',
    ],
    [
      'opf',
      by,
      sa,
      'whale.epub',
      `The EPUB package says the address of the licence is "${sa}", the metadata say "${by}"`,
    ],
    [
      'opf',
      'reservation">1',
      'reservation">0',
      'whale.epub',
      'The EPUB package says the reservation of text and data mining is "0", the metadata say "1"',
    ],
    [
      'opf',
      'org/tdm',
      'org/',
      'whale.epub',
      'The EPUB package says the policy of text and data mining is "https://example.org/", the metadata say "https://example.org/tdm"',
    ],
    [
      'page',
      '2020–2024',
      '2019',
      'whale.epub',
      'The copyright page of the EPUB does not name the year of copyright "2020–2024"',
    ],
    [
      'page',
      'A. Translator',
      '',
      'whale.epub',
      'The copyright page of the EPUB does not name the copyright holder "A. Translator"',
    ],
    [
      'page',
      by,
      sa,
      'whale.epub',
      `The copyright page of the EPUB does not name the address of the licence "${by}"`,
    ],
    ['page', texts.page, '', 'whale.epub', 'The EPUB has no copyright page'],
    [
      'pdfTitle',
      'Whale',
      'Wale',
      'whale.pdf',
      'The PDF says the title is "The Wale & the Sea", the metadata say "The Whale & the Sea"',
    ],
    ['pdfLanguage', 'en', 'de', 'whale.pdf', 'The PDF says the language is "de", the metadata say "en"'],
    [
      'pdfPage',
      'Melville'.slice(0, 3),
      'Bel',
      'whale.pdf',
      'The copyright page of the PDF does not name the copyright holder "Herman Melville"',
    ],
    ['pdfPage', texts.pdfPage, '', 'whale.pdf', 'The PDF has no copyright page'],
    [
      'xmp',
      'The Whale',
      'Whale',
      'whale.pdf',
      'The XMP of the PDF says the title is "Whale & the Sea", the metadata say "The Whale & the Sea"',
    ],
    [
      'xmp',
      'urn:isbn:9781566199094',
      'urn:isbn:9783161484100',
      'whale.pdf',
      'The XMP of the PDF says the ISBN is "9783161484100", the metadata say "9781566199094"',
    ],
    ['xmp', '© 2023', '© 2022', 'whale.pdf', 'The XMP of the PDF does not name the year of copyright "2023"'],
    [
      'xmp',
      by,
      sa,
      'whale.pdf',
      `The XMP of the PDF says the address of the licence is "${sa}", the metadata say "${by}"`,
    ],
    [
      'xmp',
      '<tdm:reservation>1</tdm:reservation>',
      '',
      'whale.pdf',
      'The XMP of the PDF does not say that the reservation of text and data mining is "1"',
    ],
    [
      'xmp',
      '</rdf:RDF>',
      '',
      'whale.pdf',
      'The facts in it cannot be read back: 11:30: unexpected close tag.',
    ],
    [
      'onix',
      '<IDValue>9783161484100</IDValue></ProductIdentifier><ProductForm>',
      '<IDValue>9781566199094</IDValue></ProductIdentifier><ProductForm>',
      'whale.onix.xml',
      'The ONIX record of the EPUB gives 9781566199094 as the ISBN of the print edition, the metadata do not',
    ],
    [
      'onix',
      '<ProductIDType>15</ProductIDType><IDValue>9780306406157',
      '<ProductIDType>15</ProductIDType><IDValue>9783161484100',
      'whale.onix.xml',
      'The ONIX record of the EPUB says the ISBN is "9783161484100", the metadata say "9780306406157"',
    ],
    [
      'onix',
      '20202024',
      '20202023',
      'whale.onix.xml',
      'The ONIX record of the EPUB says the year of copyright is "2020–2023", the metadata say "2020–2024"',
    ],
    [
      'onix',
      by,
      sa,
      'whale.onix.xml',
      `The ONIX record of the EPUB says the address of the licence is "${sa}", the metadata say "${by}"`,
    ],
    [
      'onix',
      'Status>03',
      'Status>01',
      'whale.onix.xml',
      'The ONIX record of the EPUB says the reservation of text and data mining is "0", the metadata say "1"',
    ],
    [
      'onix',
      'Value>3<',
      'Value>4<',
      'whale.onix.xml',
      'The ONIX record of the printed book says the number of pages is "4", the metadata say "3"',
    ],
    [
      'jsonLd',
      '"name":"The',
      '"name":"A',
      'whale.jsonld',
      'The description in JSON-LD says the title is "A Whale & the Sea", the metadata say "The Whale & the Sea"',
    ],
    [
      'jsonLd',
      '"isbn":"9783161484100"',
      '"isbn":"9780306406157"',
      'whale.jsonld',
      'The description in JSON-LD says the ISBN is "9780306406157", the metadata say "9783161484100"',
    ],
    [
      'jsonLd',
      by,
      sa,
      'whale.jsonld',
      `The description in JSON-LD says the address of the licence is "${sa}", the metadata say "${by}"`,
    ],
    [
      'jsonLd',
      '"numberOfPages":3',
      '"numberOfPages":4',
      'whale.jsonld',
      'The description in JSON-LD says the number of pages is "4", the metadata say "3"',
    ],
    [
      'jsonLd',
      'Herman Melville',
      'H. Melville',
      'whale.jsonld',
      'The description in JSON-LD says the copyright holder is "H. Melville", the metadata say "Herman Melville"',
    ],
    [
      'manifest',
      '"pages":3',
      '"pages":4',
      'release.json',
      'The manifest of the release says the number of pages is "4", the metadata say "3"',
    ],
    [
      'manifest',
      '"Herman Melville"',
      '"H. Melville"',
      'release.json',
      'The manifest of the release says the copyright holder is "H. Melville", the metadata say "Herman Melville"',
    ],
  ])('in %s, %s is not %s', async (text, from, to, file, reason) => {
    expect(await found([text, from, to])).toMatchObject([
      { file, rule: 'facts-differ', severity: 'error', reason },
    ]);
  });

  test('an edition that marks the ISBN of another one as its own', async () => {
    const own = '978-0-306-40615-7 (this edition)';
    expect(await found(['page', own, '978-0-306-40615-7'])).toMatchObject([
      {
        reason: 'The copyright page of the EPUB does not mark the ISBN 9780306406157 as that of this edition',
      },
    ]);
    expect(await found(['page', '978-3-16-148410-0', '978-3-16-148410-0 (this edition)'])).toMatchObject([
      {
        reason:
          'The copyright page of the EPUB calls 9783161484100 this edition, which is the ISBN of another one',
      },
    ]);
  });

  test('a page of the publisher’s own template may leave things out, not say them wrongly', async () => {
    const ownIsbn = ' (this edition)';
    expect(await found(['page', ownIsbn, ''], 'template')).toEqual([]);
    expect(await found(['page', 'Herman Melville', ''], 'template')).toEqual([]);
    expect(
      await found(['page', '978-3-16-148410-0', '978-3-16-148410-0 (this edition)'], 'template'),
    ).toHaveLength(1);
  });

  test('an author’s own page is asked for its ISBNs alone', async () => {
    expect(await found(['page', 'Herman Melville', 'Somebody'], 'author')).toEqual([]);
    expect(await found(['page', '978-3-16-148410-0', '978-1-86197-876-9'], 'author')).toMatchObject([
      {
        severity: 'warning',
        reason: 'The copyright page of the EPUB has the ISBN 9781861978769, which the metadata do not have',
      },
    ]);
  });
});
