import { describe, expect, test } from 'vitest';
import { licenceOf } from '../../../src/book/licence.ts';
import { findings, licensed, said } from './findings.ts';

const sold = { sale: { commercial: true, prices: [] } };
const map = '![A map](map.png)';
const creator = 'A. Artist';

describe('rights-licence', () => {
  const part = { ...licensed('CC-BY-NC-4.0'), creator };

  test('a non-commercial part in a book that is sold, where it is shown', () => {
    const messages = findings({
      chapters: { 'a.md': `Words.\n\n${map}` },
      images: { 'map.png': part },
      metadata: sold,
    });
    expect(said(messages)).toEqual([
      [
        'a.md:3:1',
        'rights-licence',
        'The image "map.png" is under CC-BY-NC-4.0, which forbids commercial use, and the book is sold',
      ],
    ]);
  });

  test('nothing where the book is not sold, the holder permits it, or the part is not shown', () => {
    const chapters = { 'a.md': map };
    expect(findings({ chapters, images: { 'map.png': part } })).toEqual([]);
    const permitted = { ...part, permission: { note: 'By letter' } };
    expect(findings({ chapters, images: { 'map.png': permitted }, metadata: sold })).toEqual([]);
    expect(findings({ chapters, images: { 'other.png': part }, metadata: sold })).toEqual([]);
  });

  test('a part without derivatives, only where it is altered', () => {
    const whole = { ...licensed('CC-BY-ND-4.0'), creator };
    expect(findings({ chapters: { 'a.md': map }, images: { 'map.png': whole } })).toEqual([]);
    const altered = { ...whole, altered: true };
    expect(said(findings({ chapters: { 'a.md': map }, images: { 'map.png': altered } }))).toEqual([
      [
        'a.md:1:1',
        'rights-licence',
        'The image "map.png" is under CC-BY-ND-4.0, which forbids changes, and the book shows it altered',
      ],
    ]);
  });

  test('a licence known by its name alone, on a quotation', () => {
    const source = { creator, url: 'https://example.org', license: licenceOf({ name: 'CC BY-NC 2.0' }) };
    const chapters = { 'a.md': 'He said :quote[words]{source=k}.' };
    expect(said(findings({ chapters, sources: { k: source }, metadata: sold }))).toEqual([
      [
        'a.md:1:9',
        'rights-licence',
        'The source "k" is under CC BY-NC 2.0, which forbids commercial use, and the book is sold',
      ],
    ]);
  });
});

describe('rights-share-alike', () => {
  const altered = (id: string) => ({ ...licensed(id), creator, altered: true });
  const book = (id: string) => ({
    copyright: {
      years: [],
      holders: [],
      parts: [],
      funding: [],
      credits: [],
      epubPlace: 'front' as const,
      license: licenceOf({ id, name: id }),
    },
  });
  const rulesOf = (part: string, whole: string) =>
    findings({ chapters: { 'a.md': map }, images: { 'map.png': altered(part) }, metadata: book(whole) }).map(
      ({ rule }) => rule,
    );

  test.each([
    ['CC-BY-SA-4.0', 'CC-BY-SA-4.0'],
    ['CC-BY-SA-3.0', 'CC-BY-SA-4.0'],
    ['CC-BY-SA-3.0-DE', 'CC-BY-SA-3.0'],
    ['CC-BY-SA-4.0', 'GPL-3.0-only'],
    ['CC-BY-SA-4.0', 'LAL-1.3'],
    ['GFDL-1.3-or-later', 'GFDL-1.3-only'],
    ['CC-BY-4.0', 'MIT'],
  ])('%s may be adapted in a book under %s', (part, whole) => {
    expect(rulesOf(part, whole)).toEqual([]);
  });

  test.each([
    ['CC-BY-SA-4.0', 'CC-BY-4.0'],
    ['CC-BY-SA-4.0', 'CC-BY-SA-3.0'],
    ['CC-BY-SA-1.0', 'CC-BY-SA-4.0'],
    ['CC-BY-SA-3.0', 'GPL-3.0-only'],
    ['CC-BY-SA-4.0', 'CC-BY-NC-SA-4.0'],
    ['CC-BY-NC-SA-4.0', 'CC-BY-SA-4.0'],
    ['GFDL-1.3-only', 'GFDL-1.3-or-later'],
    ['GPL-3.0-only', 'CC-BY-SA-4.0'],
  ])('%s may not be adapted in a book under %s', (part, whole) => {
    expect(rulesOf(part, whole)).toEqual(['rights-share-alike']);
  });

  test('says which part, and what the book is under', () => {
    const images = { 'map.png': altered('CC-BY-SA-4.0') };
    expect(said(findings({ chapters: { 'a.md': map }, images }))).toEqual([
      [
        'a.md:1:1',
        'rights-share-alike',
        'The image "map.png" is altered and under CC-BY-SA-4.0, which asks for the same licence, but the book is under no licence',
      ],
    ]);
  });

  test('what is collected unaltered binds nothing', () => {
    const images = { 'map.png': { ...licensed('CC-BY-SA-4.0'), creator } };
    expect(findings({ chapters: { 'a.md': map }, images })).toEqual([]);
  });

  test('two altered parts whose licences exclude each other, at the second', () => {
    const messages = findings({
      chapters: { 'a.md': `![B](b.png) ${map}` },
      images: { 'map.png': altered('CC-BY-SA-4.0'), 'b.png': altered('CC-BY-NC-SA-4.0') },
      metadata: book('CC-BY-SA-4.0'),
    });
    expect(said(messages)).toEqual([
      [
        'a.md:1:1',
        'rights-share-alike',
        'The image "b.png" is under CC-BY-NC-SA-4.0 and the image "map.png" under CC-BY-SA-4.0; both are altered, and no licence of the book satisfies both',
      ],
    ]);
  });
});

describe('rights-credit', () => {
  const of = (part: object) => said(findings({ chapters: { 'a.md': map }, images: { 'map.png': part } }));

  test('an attribution licence without a name, at the declaration', () => {
    expect(of(licensed('CC-BY-4.0'))).toEqual([
      [
        'rights.yaml:1:3',
        'rights-credit',
        'The image "map.png" is under CC-BY-4.0, which asks for a credit, and nobody is credited for it',
      ],
    ]);
  });

  test('a permission without a name', () => {
    expect(of({ permission: { note: 'By letter' } }).map(([, , reason]) => reason)).toEqual([
      'The image "map.png" is used with permission, and nobody is credited for it',
    ]);
  });

  test.each([{ creator }, { holder: 'A Museum' }, { credit: 'Photo: A. Artist' }])('%o is enough', (name) => {
    expect(of({ ...licensed('CC-BY-4.0'), ...name })).toEqual([]);
  });

  test('nothing for a work in the public domain', () => {
    expect(of(licensed('CC0-1.0'))).toEqual([]);
  });
});

describe('rights-permission', () => {
  const on = (date: string | undefined, permission: object) =>
    said(
      findings({
        chapters: { 'a.md': map },
        images: { 'map.png': { creator, permission } },
        metadata: { ...(date !== undefined && { date }), modified: '2024-06-15T10:00:00Z' },
      }),
    );

  test.each([
    ['2024-06-15', '2024-06-15'],
    ['2024', '2024-12-31'],
    ['2024-02', '2024-02-29'],
    [undefined, '2024-06-15'],
  ])('the book of %s may use what is permitted until %s', (date, until) => {
    expect(on(date, { until })).toEqual([]);
  });

  test.each([
    ['2024-06-15', '2024-06-14', '2024-06-15'],
    ['2024', '2024-12-30', '2024'],
    ['2024-02', '2024-02-28', '2024-02'],
    [undefined, '2024-06-14', '2024-06-15'],
  ])('the book of %s may not use what is permitted until %s', (date, until, said_) => {
    expect(on(date, { until })).toEqual([
      [
        'rights.yaml:1:3',
        'rights-permission',
        `The image "map.png" may be used until ${until}, and the book is of ${said_}`,
      ],
    ]);
  });

  test('a permission granted after the book', () => {
    expect(on('2024-06', { granted: '2024-07-01' })).toEqual([
      [
        'rights.yaml:1:3',
        'rights-permission',
        'The image "map.png" may be used from 2024-07-01 on, and the book is of 2024-06',
      ],
    ]);
    expect(on('2024', { granted: '2024-07-01' })).toEqual([]);
  });
});

describe('rights-extract', () => {
  const sources = { k: { limit: 500, url: 'https://example.org' } };
  const quote = (length: number) => `:::quote{source=k}\n${'word '.repeat(200).slice(0, length - 1)}.\n:::\n`;

  test('500 characters of 500 are fine, 501 are not', () => {
    expect(findings({ chapters: { 'a.md': quote(500) }, sources })).toEqual([]);
    expect(said(findings({ chapters: { 'a.md': quote(501) }, sources }))).toEqual([
      ['a.md:1:1', 'rights-extract', 'The book quotes 501 characters of the source "k", which allows 500'],
    ]);
  });

  test('all chapters and notes together, at the quotation that passes the limit', () => {
    const chapters = {
      'a.md': `${quote(300)}\nText[^n].\n\n[^n]: A note: :quote[more]{source=k}.\n`,
      'b.md': `One\n\n${quote(200)}`,
    };
    const messages = findings({ chapters, sources });
    expect(said(messages)).toEqual([
      ['a.md:7:15', 'rights-extract', 'The book quotes 504 characters of the source "k", which allows 500'],
    ]);
    expect(messages[0]?.hint).toBe(
      'Shorten the quotations, or ask for permission and raise the limit. It is quoted at a.md:1:1, b.md:3:1 too.',
    );
  });

  test('each source has its own limit', () => {
    const chapters = {
      'a.md': 'A :quote[12345]{source=a} and :quote[12345]{source=b} and :quote[12345]{source=c}.',
    };
    const url = 'https://example.org';
    const messages = findings({
      chapters,
      sources: { a: { limit: 5, url }, b: { limit: 4, url }, c: { url } },
    });
    expect(said(messages)).toEqual([
      ['a.md:1:31', 'rights-extract', 'The book quotes 5 characters of the source "b", which allows 4'],
    ]);
  });

  test('a quotation inside one of the same source counts once', () => {
    const chapters = { 'a.md': '::::quote{source=k}\nOne :quote[two]{source=k}.\n::::\n' };
    expect(findings({ chapters, sources: { k: { limit: 8, url: 'https://example.org' } } })).toEqual([]);
  });
});

describe('rights-link', () => {
  const of = (markdown: string, source: object = {}) =>
    said(findings({ chapters: { 'a.md': markdown }, sources: { k: source } }));

  test('a quotation whose source has no address', () => {
    expect(of('He :quote[said]{source=k} so.')).toEqual([
      ['a.md:1:4', 'rights-link', 'This quotation has no link to its source "k"'],
    ]);
  });

  test.each([
    ['in itself', 'He :quote[[said](https://example.org)]{source=k} so.'],
    [
      'in its attribution',
      ':::quote{source=k}\nWords\n\n::attribution[[Somebody](https://example.org)]\n:::',
    ],
    ['in HTML', ':::quote{source=k}\n<a href="https://example.org">Words</a>\n:::'],
    ['in its note', ':::quote{source=k}\nWords[^n]\n:::\n\n[^n]: See <https://example.org>.'],
    ['in the note behind it', 'He :quote[said]{source=k}[^n] so.\n\n[^n]: See <https://example.org>.'],
  ])('a link %s is enough', (_where, markdown) => {
    expect(of(markdown)).toEqual([]);
  });

  test('a link inside the book leads to no source', () => {
    expect(of('He :quote[[said](#x)]{source=k}[^n].\n\n[^n]: No address.')).toHaveLength(1);
  });

  test('the address of the source is enough', () => {
    expect(of('He :quote[said]{source=k} so.', { url: 'https://example.org' })).toEqual([]);
  });
});

describe('rights-unknown', () => {
  test('at the key, with the keys there are', () => {
    const chapters = {
      'a.md': '> :::quote{#x source="umlaut"}\n> Words\n> :::\n\nAnd :quote[words of\nmen]{source=nobody}.',
    };
    const messages = findings({ chapters, sources: { umland: {}, melville: {} } });
    expect(said(messages)).toEqual([
      ['a.md:1:23', 'rights-unknown', 'No source "umlaut" is declared'],
      ['a.md:6:13', 'rights-unknown', 'No source "nobody" is declared'],
    ]);
    expect(messages[0]?.hint).toBe(
      'Declare it under `sources:` in rights.yaml, or name one that is declared: "umland", "melville".',
    );
  });
});

describe('the severities of a book', () => {
  const chapters = { 'a.md': 'He :quote[said]{source=k} so.' };

  test('take the place of those of the rules', () => {
    const severity = (rights: object) =>
      findings({ chapters, sources: { k: {} }, metadata: { rights } }).map((message) => message.severity);
    expect(severity({})).toEqual(['warning']);
    expect(severity({ 'rights-link': 'error' })).toEqual(['error']);
    expect(severity({ 'rights-link': 'off' })).toEqual([]);
  });
});
