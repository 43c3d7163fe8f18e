import { describe, expect, it } from 'vitest';
import { licenceOf } from '../../../src/book/licence.ts';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { readBookYaml, type BookYaml } from '../../../src/read/book-yaml/book-yaml.ts';
import { readPrinter, usualPrinter } from '../../../src/read/printers/printer.ts';
import { folderOf } from '../../builders/folder.ts';

async function read(yaml: string): Promise<BookYaml> {
  return readBookYaml(await folderOf({ 'book.yaml': yaml }), ['literary', 'plain']);
}

/** The reasons for refusing a book.yaml with these lines, each with its place. */
async function refusals(lines: string): Promise<string[]> {
  const { file } = await read(`title: T\nlanguage: en\n${lines}`);
  return messagesOf([file]).map((each) => `${each.line}:${each.column} ${each.reason}`);
}

const full = `title: "1984"
subtitle: A Novel
language: EN-gb
contributors:
  - Ada Writer
  - { name: Bo Other, sortAs: "Other, Bo", role: Foreword author, affiliation: A House, orcid: https://orcid.org/0000-0002-1825-0097 }
  - { name: Cy Third, role: trl }
publisher: { name: A House, place: Kyiv, url: https://example.org, address: Main Street 1, email: a@example.org }
date: 2015-05
edition: 1.0
description: A book.
subjects:
  - Dystopias
  - { scheme: thema, code: FBA }
  - { scheme: bisac, code: FIC000000 }
series: { name: Novels, position: 2.5, issn: 0378-5955 }
original: { title: Ніч, language: UK, publisher: Дім, date: 1949-06-08 }
identifiers:
  epub: 978-0-306-40615-7
  print: 0-8044-2957-X
  doi: https://doi.org/10.1000/182
  lccn: 2024-12345
  catalogue: [{ name: British Library, value: 017 }]
cover: { image: images/cover.jpg, alt: A face }
copyright:
  year: [1949, 2020-2024]
  holder: [Ada Writer, Bo Other]
  parts: [{ of: translation, year: 2024, holder: Cy Third }, { of: maps, holder: [D, E] }]
  license: cc-by-sa-4.0
  funding: A fund
  reuse: { attribution: Name us, url: https://example.org/b, extract: { characters: 500 }, contact: a@example.org }
  mining: { reserved: true, policy: https://example.org/tdm }
  credits: [{ role: Cover design, name: Dee }]
  disclaimer: All is invented
  printings: { number: 3, history: [First printing 2024, Second printing 2025] }
  cataloguing: |2

      Names: Writer, Ada.
    Title: 1984.

    Subjects: Night.
  website: https://example.org
  privacy: Nothing is kept.
  colophon: { revision: v1 }
  place: back
sale: { prices: [{ edition: print, amount: 12.50, currency: EUR }, { amount: 0, currency: uah }] }
rights: { licence: warning, rights-link: off }
notes: { place: chapter, numbering: book }
punctuation: { spaces: typed }
toc: { depth: 3 }
numbering: { figures: chapter }
lists: { tables: true }
epub: { fonts: true, images: { pixels: 1600, quality: 70 } }
print: { trim: 12.9cm × 19.8cm, bleed: 3mm, openings: any, theme: plain, paper: cream }
`;

const binding = (await readPrinter(usualPrinter)).margins.inside;

describe('readBookYaml', () => {
  it('understands every key', async () => {
    const { metadata, file } = await read(full);
    expect(messagesOf([file])).toEqual([]);
    expect(metadata).toEqual({
      title: '1984',
      subtitle: 'A Novel',
      language: 'en-GB',
      contributors: [
        { name: 'Ada Writer', role: 'aut' },
        {
          name: 'Bo Other',
          sortAs: 'Other, Bo',
          role: 'aui',
          affiliation: 'A House',
          orcid: '0000-0002-1825-0097',
        },
        { name: 'Cy Third', role: 'trl' },
      ],
      publisher: {
        name: 'A House',
        place: 'Kyiv',
        url: 'https://example.org',
        address: 'Main Street 1',
        email: 'a@example.org',
      },
      date: '2015-05',
      edition: '1.0',
      description: 'A book.',
      subjects: [
        { text: 'Dystopias' },
        { scheme: 'thema', code: 'FBA' },
        { scheme: 'bisac', code: 'FIC000000' },
      ],
      series: { name: 'Novels', position: 2.5, issn: '0378-5955' },
      original: { title: 'Ніч', language: 'uk', publisher: 'Дім', date: '1949-06-08' },
      identifiers: {
        epub: '9780306406157',
        print: '9780804429573',
        doi: '10.1000/182',
        lccn: '2024012345',
        others: [{ name: 'British Library', value: '017' }],
      },
      cover: { image: 'images/cover.jpg', alt: 'A face' },
      copyright: {
        years: ['1949', '2020–2024'],
        holders: ['Ada Writer', 'Bo Other'],
        parts: [
          { of: 'translation', years: ['2024'], holders: ['Cy Third'] },
          { of: 'maps', years: [], holders: ['D', 'E'] },
        ],
        license: licenceOf({
          id: 'CC-BY-SA-4.0',
          name: 'Creative Commons Attribution-ShareAlike 4.0 International',
          url: 'https://creativecommons.org/licenses/by-sa/4.0/',
        }),
        funding: ['A fund'],
        reuse: {
          attribution: 'Name us',
          url: 'https://example.org/b',
          extract: { characters: 500 },
          contact: 'a@example.org',
        },
        mining: { reserved: true, policy: 'https://example.org/tdm' },
        credits: [{ role: 'Cover design', name: 'Dee' }],
        disclaimer: 'All is invented',
        printings: { number: 3, history: ['First printing 2024', 'Second printing 2025'] },
        cataloguing: '  Names: Writer, Ada.\nTitle: 1984.\n\nSubjects: Night.',
        website: 'https://example.org',
        privacy: 'Nothing is kept.',
        colophon: { revision: 'v1' },
        epubPlace: 'back',
      },
      sale: {
        commercial: true,
        prices: [
          { product: 'print', amount: '12.50', currency: 'EUR' },
          { amount: '0', currency: 'UAH' },
        ],
      },
      rights: { 'rights-licence': 'warning', 'rights-link': 'off' },
      notes: {
        place: 'chapter',
        numbering: 'book',
        style: 'footnotes',
        marked: { signs: 'symbols' },
      },
      contents: { depth: 3 },
      numbering: { chapters: 'book', figures: 'chapter', tables: 'book' },
      punctuation: { spaces: 'typed' },
      lists: { figures: false, tables: true },
      epub: { fonts: true, pages: true, images: { pixels: 1600, quality: 70 } },
      print: {
        trim: { width: 365.6693, height: 561.2598 },
        bleed: 8.5039,
        openings: 'any',
        theme: 'plain',
        paper: 'cream',
        binding,
      },
      slug: '1984',
      modified: '2024-01-01T00:00:00Z',
    });
  });

  it('fills in what is not said', async () => {
    const { metadata } = await read('title: Ночь\nlanguage: ru\npublisher: A House\n');
    expect(metadata).toEqual({
      title: 'Ночь',
      language: 'ru',
      contributors: [],
      publisher: { name: 'A House' },
      subjects: [],
      identifiers: { others: [] },
      copyright: { years: [], holders: [], parts: [], funding: [], credits: [], epubPlace: 'front' },
      sale: { commercial: false, prices: [] },
      rights: {},
      notes: {
        place: 'book',
        numbering: 'chapter',
        style: 'footnotes',
        marked: { signs: 'symbols' },
      },
      contents: { depth: 2 },
      numbering: { chapters: 'book', figures: 'book', tables: 'book' },
      punctuation: { spaces: 'language' },
      lists: { figures: false, tables: false },
      epub: { fonts: true, pages: false, images: { pixels: 2560, quality: 85 } },
      print: { trim: { width: 432, height: 648 }, bleed: 0, openings: 'auto', theme: 'literary', binding },
      slug: 'noch',
      modified: '2000-01-01T00:00:00Z',
    });
  });

  it('reads whether the print is large, and takes no other word for it', async () => {
    const large = await read('title: T\nlanguage: en\nprint: { largePrint: true }\n');
    expect(large.metadata.print.largePrint).toBe(true);
    expect(await refusals('print: { largePrint: 18pt }\n')).toEqual([
      '3:22 "print.largePrint" must be true or false, not "18pt"',
    ]);
  });

  it('names the place of every wrong value', async () => {
    expect(
      await refusals(
        'lists: true\npublisher: { place: "" }\nsubjects: [{ scheme: bisac, code: X }]\ncopyright: { year: 24, license: MTI }\ntoc: { depth: 4 }\nprint: { theme: baroque, trim: 1mm x 1mm, bleed: 2in }\n',
      ),
    ).toEqual([
      '3:8 "lists" must be a mapping with the keys figures, tables, not "true"',
      '4:12 "publisher.name" is missing',
      '4:14 "publisher.place" is empty',
      '5:35 "subjects.code" must be a BISAC code such as FIC000000, not "X"',
      '6:20 "copyright.year" must be a year or a range of years, not "24"',
      '6:33 "MTI" is no licence known here',
      '7:15 "toc.depth" must be 1, 2 or 3, not "4"',
      '8:17 "baroque" is no theme',
      '8:32 The trim size "1mm x 1mm" is out of range',
      '8:50 "print.bleed" must be a measure from 0 to 25 mm, such as 3mm, not "2in"',
    ]);
  });

  it.each([
    ['date: 2015-13', '3:7 "date" must be a year'],
    ['date: 2015-02-29', '3:7 "date" must be a year'],
    ['series: { name: N, position: first }', '3:30 "series.position" must be a number'],
    ['publisher: { name: A, url: "javascript:x" }', '3:28 "publisher.url" must be an http or https address'],
    ['identifiers: { doi: 11.1/x }', '3:21 "identifiers.doi" must be a DOI'],
    ['copyright: { year: 2024-2020 }', '3:20 "copyright.year" must be a year'],
    [
      'copyright: { reuse: { extract: { characters: many } } }',
      '3:46 "copyright.reuse.extract.characters" must be a whole number',
    ],
    ['copyright: { parts: [{ of: cover }] }', '3:22 "copyright.parts.holder" is missing'],
    ['copyright: { printings: first }', '3:25 "copyright.printings" must be true, false or a whole number'],
    ['copyright: { printings: { history: A } }', '3:25 "copyright.printings.number" is missing'],
    ['copyright: { colophon: maybe }', '3:24 "copyright.colophon" must be true or false'],
    ['copyright: { place: middle }', '3:21 "copyright.place" must be front or back'],
    ['copyright: { cataloguing: "  " }', '3:27 "copyright.cataloguing" must be text'],
    ['identifiers: { lccn: 2024-1234567 }', '3:22 LCCN "2024-1234567" has a wrong form'],
    ['identifiers: { catalogue: [{ name: BL }] }', '3:28 "identifiers.catalogue.value" is missing'],
    ['series: { name: N, issn: 0378-5956 }', '3:26 ISSN "0378-5956" has a wrong check digit: 5'],
    ['contributors: [{ name: A, orcid: 0000-0002-1825-0098 }]', '3:34 ORCID iD "0000-0002-1825-0098" has'],
    ['original: { language: uk }', '3:11 "original.title" is missing'],
    ['sale: { commercial: maybe }', '3:21 "sale.commercial" must be true or false'],
    ['sale: { prices: [{ amount: "-1", currency: EUR }] }', '3:28 "sale.prices.amount" must be a decimal'],
    ['sale: { prices: [{ amount: 1.2345, currency: EUR }] }', '3:28 "sale.prices.amount" must be a decimal'],
    ['sale: { prices: [{ amount: 1, currency: EURO }] }', '3:41 "sale.prices.currency" must be a currency'],
    ['sale: { prices: [{ amount: 1, currency: ABC }] }', '3:41 "ABC" is no currency code of ISO 4217'],
    ['rights: { credit: loud }', '3:19 "rights.credit" must be error, warning or off'],
    ['rights: { credit: off, rights-credit: error }', '3:39 "rights.rights-credit" must be given once'],
    ['rights: { note: off }', '3:11 "rights.note" is no key known here'],
    ['contents: [cover.jpg]', '3:12 "cover.jpg" is no Markdown file, as its name has it'],
    ['contents: []', '3:11 "contents" must be a list with at least one entry, not an empty list'],
    ['notes: chapter', '3:8 "notes" must be a mapping'],
    ['notes: [chapter]', '3:8 "notes" must be a mapping with the keys place, numbering, continued, short'],
  ])('refuses %s', async (line, reason) => {
    const reasons = await refusals(line);
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toContain(reason);
  });

  it('suggests the key that was meant and lists those accepted', async () => {
    const { file } = await read(
      'title: T\nlanguage: en\n__proto__: { title: X }\nNotes: { palce: book }\nnotes: { palce: book }\n',
    );
    expect(
      messagesOf([file]).map((each) => [each.rule, each.line, each.column, each.reason, each.hint]),
    ).toEqual([
      [
        'config-unknown-key',
        3,
        1,
        '"__proto__" is no key known here',
        expect.stringMatching(/^Accepted keys: title, /),
      ],
      [
        'config-unknown-key',
        4,
        1,
        '"Notes" is no key known here',
        expect.stringMatching(/^Did you mean "notes"\? Acc/),
      ],
      [
        'config-unknown-key',
        5,
        10,
        '"notes.palce" is no key known here',
        'Did you mean "place"? Accepted keys: place, numbering, continued, short, form, title, introduction, before, style, marked, file.',
      ],
    ]);
  });

  it('keeps what is right where something else is wrong', async () => {
    const { metadata } = await read('title: T\nlanguage: de\ndate: soon\nprint: { trim: A5 }\n');
    expect([metadata.title, metadata.language, metadata.print.trim.width]).toEqual(['T', 'de', 419.5276]);
  });

  it('goes on with placeholders where the title is missing or the YAML is broken', async () => {
    const untitled = await read('language: de\n');
    expect(messagesOf([untitled.file]).map((each) => each.reason)).toEqual(['"title" is missing']);
    expect(untitled.metadata.language).toBe('de');
    const broken = await read('title: [\n');
    expect(messagesOf([broken.file]).map((each) => each.rule)).toContain('config-syntax');
    expect(broken.metadata.title).toBe('Untitled');
  });

  it('finds the same ISBN in different spellings', async () => {
    expect(await refusals('identifiers: { epub: 978-0-306-40615-7, pdf: 0306406152 }')).toEqual([
      '3:46 The PDF edition has the ISBN of the EPUB edition',
    ]);
    expect(await refusals('identifiers: { epub: 0306406152, print: 978-0-306-40615-7 }')).toEqual([
      '3:22 The EPUB edition has the ISBN of the print edition',
    ]);
  });

  it.each([
    ['true', { number: 1, history: [] }],
    ['2', { number: 2, history: [] }],
    ['false', undefined],
    [
      '{ number: 2, history: "First 2020\\n\\nSecond 2021" }',
      { number: 2, history: ['First 2020', 'Second 2021'] },
    ],
  ])('takes the printings %s', async (written, printings) => {
    const { metadata, file } = await read(`title: T\nlanguage: en\ncopyright: { printings: ${written} }\n`);
    expect(messagesOf([file])).toEqual([]);
    expect(metadata.copyright.printings).toEqual(printings);
  });

  it.each([
    ['sale: { commercial: false, prices: [{ amount: 5, currency: USD }] }', false],
    ['sale: { prices: [{ amount: 0.00, currency: USD }] }', false],
    ['sale: { prices: [{ amount: 0.01, currency: USD }] }', true],
    ['sale: { commercial: true }', true],
  ])('tells from %s whether the book is sold', async (line, commercial) => {
    const { metadata } = await read(`title: T\nlanguage: en\n${line}\n`);
    expect(metadata.sale.commercial).toBe(commercial);
  });

  it('gives a licence its id where its address is known', async () => {
    const { metadata } = await read(
      'title: T\nlanguage: en\ncopyright: { license: { name: Our licence, url: https://creativecommons.org/licenses/by/4.0/deed.en } }\n',
    );
    expect(metadata.copyright.license).toEqual(
      licenceOf({
        id: 'CC-BY-4.0',
        name: 'Our licence',
        url: 'https://creativecommons.org/licenses/by/4.0/deed.en',
      }),
    );
  });

  it.each([
    ['true', {}],
    ['false', undefined],
    ['{ revision: false }', {}],
    ['{ revision: true }', { revision: 'abcdef012345' }],
    ['{ revision: 2nd draft }', { revision: '2nd draft' }],
  ])('takes the colophon %s', async (written, colophon) => {
    const yaml = `title: T\nlanguage: en\ncopyright: { colophon: ${written} }\n`;
    const folder = await folderOf({ 'book.yaml': yaml });
    const { metadata } = await readBookYaml(folder, ['literary'], { revision: 'ABCDEF0123456789' });
    expect(metadata.copyright.colophon).toEqual(colophon);
  });
});

describe('the printed pages in the e-book', () => {
  it.each([
    ['print: { trim: A5 }', true],
    ['identifiers: { print: 978-3-16-148410-0 }', true],
    ['identifiers: { epub: 978-3-16-148410-0 }', false],
    ['print: { trim: A5 }\nepub: { pages: false }', false],
    ['epub: { pages: true }', true],
  ])('follow from %j', async (lines, pages) => {
    const { metadata } = await read(`title: A\nlanguage: en\n${lines}\n`);
    expect(metadata.epub.pages).toBe(pages);
  });
});
