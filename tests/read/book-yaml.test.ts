import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../src/book/messages.ts';
import { readBookYaml, type BookYaml } from '../../src/read/book-yaml.ts';
import { folderOf } from './folder.ts';

async function read(yaml: string, epoch?: number): Promise<BookYaml> {
  return readBookYaml(await folderOf({ 'book.yaml': yaml }), ['literary', 'plain'], epoch);
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
  - { name: Bo Other, sortAs: "Other, Bo", role: Foreword author, affiliation: A House }
  - { name: Cy Third, role: trl }
publisher: { name: A House, place: Kyiv, url: https://example.org, address: Main Street 1, email: a@example.org }
date: 2015-05
edition: 1.0
description: A book.
subjects:
  - Dystopias
  - { scheme: thema, code: FBA }
  - { scheme: bisac, code: FIC000000 }
series: { name: Novels, position: 2.5 }
identifiers: { epub: 978-0-306-40615-7, print: 0-8044-2957-X, doi: https://doi.org/10.1000/182 }
cover: { image: images/cover.jpg, alt: A face }
copyright:
  year: [1949, 2020-2024]
  holder: [Ada Writer, Bo Other]
  license: cc-by-sa-4.0
  funding: A fund
  reuse: { attribution: Name us, extract: { characters: 500 }, contact: a@example.org }
  mining: { reserved: true, policy: https://example.org/tdm }
  credits: [{ role: Cover design, name: Dee }]
  disclaimer: All is invented
  printings: true
notes: { place: chapter, numbering: book }
toc: { depth: 3 }
print: { trim: 12.9cm × 19.8cm, bleed: 3mm, openings: any, theme: plain, paper: cream }
`;

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
        { name: 'Bo Other', sortAs: 'Other, Bo', role: 'aui', affiliation: 'A House' },
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
      series: { name: 'Novels', position: 2.5 },
      identifiers: { epub: '9780306406157', print: '9780804429573', doi: '10.1000/182' },
      cover: { image: 'images/cover.jpg', alt: 'A face' },
      copyright: {
        years: ['1949', '2020–2024'],
        holders: ['Ada Writer', 'Bo Other'],
        license: {
          id: 'CC-BY-SA-4.0',
          name: 'Creative Commons Attribution-ShareAlike 4.0 International',
          url: 'https://creativecommons.org/licenses/by-sa/4.0/',
        },
        funding: ['A fund'],
        reuse: { attribution: 'Name us', extract: { characters: 500 }, contact: 'a@example.org' },
        mining: { reserved: true, policy: 'https://example.org/tdm' },
        credits: [{ role: 'Cover design', name: 'Dee' }],
        disclaimer: 'All is invented',
        printings: true,
      },
      notes: { place: 'chapter', numbering: 'book' },
      contents: { depth: 3 },
      print: {
        trim: { width: 365.6693, height: 561.2598 },
        bleed: 8.5039,
        openings: 'any',
        theme: 'plain',
        paper: 'cream',
      },
      slug: '1984',
      modified: '2015-05-01T00:00:00Z',
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
      identifiers: {},
      copyright: { years: [], holders: [], funding: [], credits: [], printings: false },
      notes: { place: 'book', numbering: 'chapter' },
      contents: { depth: 2 },
      print: { trim: { width: 432, height: 648 }, bleed: 0, openings: 'right', theme: 'literary' },
      slug: 'noch',
      modified: '2000-01-01T00:00:00Z',
    });
  });

  it('takes the instant of last change from the epoch where it is given', async () => {
    const old = await read('title: Old\nlanguage: en\ndate: 1851-10-18\n');
    expect(old.metadata.modified).toBe('2000-01-01T00:00:00Z');
    expect((await read(full, 1_700_000_000)).metadata.modified).toBe('2023-11-14T22:13:20Z');
  });

  it('names the place of every wrong value', async () => {
    expect(
      await refusals(
        'contributors: Ada\npublisher: { place: "" }\nsubjects: [{ scheme: bisac, code: X }]\ncopyright: { year: 24, license: MTI }\ntoc: { depth: 4 }\nprint: { theme: baroque, trim: 1mm x 1mm, bleed: 2in }\n',
      ),
    ).toEqual([
      '3:15 "contributors" must be a list, not "Ada"',
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
    ['contents: [cover.jpg]', '3:12 "contents" must be the path of a Markdown file'],
    ['contents: []', '3:11 "contents" must be a list with at least one entry, not an empty list'],
    ['notes: chapter', '3:8 "notes" must be a mapping'],
    ['notes: [chapter]', '3:8 "notes" must be a mapping with the keys place, numbering, not a list'],
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
        'Did you mean "place"? Accepted keys: place, numbering.',
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
  });
});
