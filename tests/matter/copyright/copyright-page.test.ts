import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { licenceOf } from '../../../src/book/licence.ts';
import type { Section } from '../../../src/book/book.ts';
import type { Copyright, Metadata } from '../../../src/book/metadata.ts';
import type { ElementNode } from '../../../src/book/nodes.ts';
import { attachCopyrightPage } from '../../../src/matter/copyright/copyright-page.ts';
import { worded } from '../../language/languages.ts';
import { makeMetadata } from '../../builders/metadata.ts';
import { wordingOf } from '../../../src/language/wording.ts';
import { makeMdastBook, makeSection, toHtml } from '../../builders/mdast-book.ts';

const bareMetadata = makeMetadata();

const none = bareMetadata.copyright;

function pageOf(metadata: Partial<Metadata>, language = 'en'): Section {
  const labels = wordingOf(language);
  const page = attachCopyrightPage(makeMdastBook({ labels }, { language, ...metadata }), '1.2.3').front[0];
  if (page === undefined) throw new Error('No copyright page');
  return page;
}

/** Every paragraph as `class: text`. */
function linesOf(metadata: Partial<Metadata>, language = 'en'): string[] {
  const lines: string[] = [];
  visit(pageOf(metadata, language).tree, 'element', (node: ElementNode) => {
    if (node.data.hName === 'p')
      lines.push(`${String(node.data.hProperties['className'])}: ${toString(node)}`);
  });
  return lines;
}

function rightsOf(copyright: Partial<Copyright>, language = 'en'): string[] {
  return linesOf({ copyright: { ...none, ...copyright } }, language).slice(1);
}

const everything: Metadata = {
  ...bareMetadata,
  subtitle: 'A Tale',
  contributors: [
    { name: 'Ann Author', role: 'aut' },
    { name: 'Tom Hand', role: 'trl' },
  ],
  publisher: {
    name: 'Harpoon Press',
    place: 'New Bedford',
    url: 'https://harpoon.example',
    address: '1 Quay\nNew Bedford',
    email: 'ahoy@harpoon.example',
  },
  date: '1851-10-18',
  edition: 'Second edition',
  series: { name: 'Sea Tales', position: 2, issn: '0378-5955' },
  original: { title: 'Der Wal', language: 'de', publisher: 'Seeverlag', date: '1849-01' },
  identifiers: {
    epub: '9783161484100',
    print: '9780306406157',
    pdf: '9791034304790',
    doi: '10.1000/182',
    lccn: '2024012345',
    others: [{ name: 'DNB', value: '1234567' }],
  },
  copyright: {
    years: ['2020', '2022–2024'],
    holders: ['Ann Author', 'Harpoon Press'],
    parts: [
      { of: 'translation', years: ['2024'], holders: ['Tom Hand'] },
      { of: 'Sea shanties', years: [], holders: ['Cora'] },
    ],
    statement: 'Some rights\nreserved.\n\nSee https://rights.example.',
    license: licenceOf({
      id: 'CC-BY-4.0',
      name: 'Creative Commons Attribution 4.0 International',
      url: 'https://creativecommons.org/licenses/by/4.0/',
    }),
    funding: ['Funded by the Sea Fund.'],
    reuse: {
      attribution: 'Link to the book.',
      url: 'https://whale.example',
      extract: { characters: 1500 },
      permission: 'Longer reprints need permission.',
      contact: 'rights@harpoon.example',
    },
    mining: { reserved: true, policy: 'https://harpoon.example/tdm' },
    credits: [
      { role: 'Cover design', name: 'Cora' },
      { role: 'Typesetting:', name: 'Ty' },
    ],
    disclaimer: 'All whales are fictitious.',
    printings: { number: 3, history: ['First printing 2020', 'Second printing 2022'] },
    cataloguing: 'Author, Ann\n  The whale / Ann Author\nPS2384',
    website: 'https://whale.example/book',
    privacy: 'https://whale.example/privacy',
    colophon: { revision: 'a1b2c3d' },
    epubPlace: 'front',
  },
};

const facts = [
  'subtitle',
  'contributors',
  'publisher',
  'date',
  'edition',
  'series',
  'original',
  'identifiers',
] as const;
const rights = Object.keys(none) as Array<keyof Copyright>;
const optional = [
  'statement',
  'license',
  'reuse',
  'mining',
  'disclaimer',
  'printings',
  'cataloguing',
  'website',
  'privacy',
  'colophon',
] as const;
const keys = [...facts, ...rights.filter((key) => key !== 'epubPlace'), ...optional];

/** The metadata with some keys as if they were absent. */
function without(absent: ReadonlyArray<string>): Partial<Metadata> {
  const pick = (from: object, bare: object): object =>
    Object.fromEntries(
      Object.entries(from).map(([key, value]: [string, unknown]) => [
        key,
        absent.includes(key) ? (bare as Record<string, unknown>)[key] : value,
      ]),
    );
  const copyright = pick(everything.copyright, none) as Copyright;
  return { ...(pick(everything, bareMetadata) as Metadata), copyright };
}

const printings = { number: 1, history: [] };
const firstKey = '1 2 3 4 5 6 7 8 9 10';

const gap =
  /undefined|NaN|\{\w+\}|[,:;.] ?[,:;.]|[、，。：،] ?[、，。：،]|\(\)|（）| {2}|\s<\/p>|<p[^>]*>\s|<(p|div|span|cite|ul)[^>]*><\/\1>|[:：]<\/p>/;

describe('attachCopyrightPage', () => {
  it('states everything the metadata has, in order', () => {
    expect(linesOf(everything)).toEqual([
      'title: The Whale',
      'subtitle: A Tale',
      'copyright: © 2020, 2022–2024 Ann Author and Harpoon Press',
      'copyright: Translation © 2024 Tom Hand',
      'copyright: Sea shanties © Cora',
      'statement: Some rights reserved.',
      'statement: See https://rights.example.',
      'license: This work is licensed under a Creative Commons Attribution 4.0 International License. ' +
        'To view a copy of this license, visit https://creativecommons.org/licenses/by/4.0/.',
      'original: Originally published in German as Der Wal, Seeverlag, 1849',
      'funding: Funded by the Sea Fund.',
      'attribution: Link to the book. https://whale.example',
      'extract: No more than 1,500 characters may be quoted without permission.',
      'permission: Longer reprints need permission.',
      'contact: Contact: rights@harpoon.example',
      'mining: Reproduction for text and data mining is reserved. Policy: https://harpoon.example/tdm',
      'publisher: Published by Harpoon Press, New Bedford',
      'address: 1 QuayNew Bedford',
      'url: https://harpoon.example',
      'email: ahoy@harpoon.example',
      'website: Website: https://whale.example/book',
      'edition: Second edition',
      'published: October 18, 1851',
      'series: Sea Tales, 2, ISSN 0378-5955',
      'credit: Cover design: Cora',
      'credit: Typesetting: Ty',
      'contributor: Translated by Tom Hand',
      'isbn: ISBN (print): 978-0-306-40615-7 (this edition)',
      'isbn: ISBN (EPUB): 978-3-16-148410-0 (this edition)',
      'isbn: ISBN (PDF): 979-10-343-0479-0 (this edition)',
      'doi: DOI: https://doi.org/10.1000/182',
      'lccn: LCCN: 2024012345',
      'catalogue-number: DNB: 1234567',
      'cataloguing: Author, AnnThe whale / Ann AuthorPS2384',
      'disclaimer: All whales are fictitious.',
      'privacy: Privacy: https://whale.example/privacy',
      'colophon: Made with Colophon 1.2.3 from revision a1b2c3d',
      'printing: First printing 2020',
      'printing: Second printing 2022',
      'printings: 3 4 5 6 7 8 9 10',
    ]);
  });

  it('links addresses, policies, licence and identifiers', () => {
    const urls: string[] = [];
    visit(pageOf(everything).tree, 'link', (link) => void urls.push(link.url));
    expect(urls).toEqual([
      'https://rights.example',
      'https://creativecommons.org/licenses/by/4.0/',
      'https://creativecommons.org/licenses/by/4.0/',
      'https://whale.example',
      'mailto:rights@harpoon.example',
      'https://harpoon.example/tdm',
      'https://harpoon.example',
      'mailto:ahoy@harpoon.example',
      'https://whale.example/book',
      'https://doi.org/10.1000/182',
      'https://lccn.loc.gov/2024012345',
      'https://whale.example/privacy',
    ]);
  });

  it('marks the ISBN of each product for that product', () => {
    const html = toHtml(pageOf({ identifiers: { epub: '9783161484100', others: [] } }).tree);
    expect(html).toBe(
      '<p class="title">The Whale</p><p class="isbn"><span class="label">ISBN (EPUB)</span>: ' +
        '978-3-16-148410-0<span class="this-edition" data-product="epub"> (this edition)</span></p>',
    );
  });

  it('keeps the groups of numbers and addresses in order where the text runs from right to left', () => {
    const html = toHtml(pageOf({ ...everything, language: 'ar' }, 'ar').tree);
    expect(html).toContain('<bdi dir="ltr">978-0-306-40615-7</bdi>');
    expect(html).toContain(
      '<a href="https://doi.org/10.1000/182"><bdi dir="ltr">https://doi.org/10.1000/182</bdi></a>',
    );
    expect(html).toContain(
      '<a href="mailto:ahoy@harpoon.example"><bdi dir="ltr">ahoy@harpoon.example</bdi></a>',
    );
    expect(toHtml(pageOf(everything).tree)).not.toContain('bdi');
  });

  it('becomes HTML that keeps the lines of the address', () => {
    const html = toHtml(pageOf({ publisher: { name: 'Press', address: '1 Quay\nTown' } }).tree);
    expect(html).toBe(
      '<p class="title">The Whale</p><div class="group"><p class="publisher">Published by Press</p>' +
        '<p class="address">1 Quay<br>Town</p></div>',
    );
  });

  it('reserves all rights under a bare © line only', () => {
    const reserved = 'reserved: All rights reserved.';
    expect(rightsOf({ years: ['2024'], holders: ['Ann'] })).toEqual(['copyright: © 2024 Ann', reserved]);
    expect(rightsOf({ holders: ['Ann'] })).toEqual(['copyright: © Ann', reserved]);
    expect(rightsOf({ years: ['2024'] })).toEqual(['copyright: © 2024', reserved]);
    const reasons: Array<Partial<Copyright>> = [
      { statement: 'Public domain.' },
      { license: licenceOf({ name: 'CC0 1.0' }) },
      { reuse: { attribution: 'Name us.' } },
      { reuse: { extract: { characters: 500 } } },
    ];
    for (const reason of reasons) expect(rightsOf({ holders: ['Ann'], ...reason })).not.toContain(reserved);
    expect(rightsOf({ holders: ['Ann'], reuse: {} })).toContain(reserved);
    expect(rightsOf({ printings })).toEqual([`printings: ${firstKey}`]);
  });

  it('does not double the full stop of a licence', () => {
    expect(rightsOf({ license: licenceOf({ name: 'The Licence of Whale Inc.' }) })).toEqual([
      'license: This work is licensed under The Licence of Whale Inc.',
    ]);
  });

  it('reserves mining only where it is reserved', () => {
    expect(rightsOf({ mining: { reserved: true } })).toEqual([
      'mining: Reproduction for text and data mining is reserved.',
    ]);
    expect(rightsOf({ mining: { reserved: false, policy: 'https://p.example' }, printings })).toHaveLength(1);
  });

  it.each([
    ['2015', '2015'],
    ['1851-10', 'October 1851'],
    ['0987-01-02', 'January 2, 987'],
  ])('writes the date %s in words', (date, words) => {
    expect(linesOf({ date })).toContain(`published: First published ${words}`);
  });

  it('speaks the language of the book', () => {
    expect(
      linesOf(
        {
          date: '1851-10-18',
          identifiers: { epub: '9783161484100', others: [] },
          copyright: { ...none, holders: ['A', 'B'], reuse: { extract: { characters: 1500 } } },
        },
        'de',
      ),
    ).toEqual([
      'title: The Whale',
      'copyright: © A und B',
      'extract: Ohne Genehmigung dürfen höchstens 1.500 Zeichen zitiert werden.',
      'published: Erstveröffentlichung: 18. Oktober 1851',
      'isbn: ISBN (EPUB): 978-3-16-148410-0 (diese Ausgabe)',
    ]);
  });

  it('sets the colon as the language does', () => {
    const credits = [{ role: 'Couverture', name: 'Cora' }];
    expect(rightsOf({ credits }, 'fr')).toEqual(['credit: Couverture\u00A0: Cora']);
    expect(rightsOf({ credits }, 'ja')).toEqual(['credit: Couverture：Cora']);
  });

  it('reads a DOI however it is written', () => {
    for (const doi of ['10.1000/182', 'doi:10.1000/182', 'https://doi.org/10.1000/182']) {
      expect(linesOf({ identifiers: { doi, others: [] } })).toContain(
        'doi: DOI: https://doi.org/10.1000/182',
      );
    }
  });

  it('makes no page of the title alone, and none beside the author’s own', () => {
    const bare = makeMdastBook({}, { subtitle: 'A Tale', contributors: [{ name: 'Ann', role: 'aut' }] });
    expect(attachCopyrightPage(bare)).toBe(bare);
    const own = makeMdastBook({ front: [makeSection('mine', '', { role: 'copyright-page' })] }, everything);
    expect(attachCopyrightPage(own)).toBe(own);
  });

  it('is an untitled section after the title page', () => {
    const front = [
      makeSection('for', '', { role: 'dedication' }),
      makeSection('t', '', { role: 'titlepage' }),
    ];
    const book = attachCopyrightPage(makeMdastBook({ front }, everything));
    expect(book.front.map(({ id }) => id)).toEqual(['t', 'copyright', 'for']);
    expect(book.front[1]).toMatchObject({
      role: 'copyright-page',
      untitled: true,
      toc: false,
      numbered: false,
    });
  });

  it.each([
    [1, firstKey],
    [9, '9 10'],
    [10, '10 11 12 13 14 15 16 17 18 19 20'],
  ])('makes the printer’s key of printing %s', (number, key) => {
    expect(rightsOf({ printings: { number, history: [] } })).toEqual([`printings: ${key}`]);
  });

  it('has numbers and dates in the digits of the language, and identifiers as they are registered', () => {
    const lines = linesOf({ ...everything, language: 'fa' }, 'fa').join('\n');
    expect(lines).toContain('published: ۱۸ اکتبر ۱۸۵۱');
    expect(lines).toContain('Sea Tales، ۲، ISSN 0378-5955');
    expect(lines).toContain('Seeverlag، ۱۸۴۹');
    expect(lines).toContain('printings: ۳ ۴ ۵ ۶ ۷ ۸ ۹ ۱۰');
    expect(lines).toContain('978-3-16-148410-0');
  });

  it('words licences as Creative Commons does', () => {
    const cc = 'https://creativecommons.org';
    const by = { id: 'CC-BY-NC-SA-3.0', name: 'English name', url: `${cc}/licenses/by-nc-sa/3.0/` };
    expect(rightsOf({ license: licenceOf(by) }, 'de')).toEqual([
      'license: Dieses Werk ist lizenziert unter einer Creative Commons Namensnennung - Nicht kommerziell - ' +
        `Weitergabe unter gleichen Bedingungen 3.0 nicht portiert Lizenz. Der Text der Lizenz ist einsehbar unter ${by.url}.`,
    ]);
    const zero = { id: 'CC0-1.0', name: 'CC0 1.0 Universal', url: `${cc}/publicdomain/zero/1.0/` };
    expect(rightsOf({ license: licenceOf(zero) })).toEqual([
      'license: To the extent possible under law, all copyright and related or neighboring rights to this work ' +
        `have been waived (CC0 1.0 Universal). To view a copy of this license, visit ${zero.url}.`,
    ]);
    const mark = { id: 'CC-PDM-1.0', name: 'Public Domain Mark 1.0', url: `${cc}/publicdomain/mark/1.0/` };
    expect(rightsOf({ license: licenceOf(mark) })).toEqual([
      `license: This work is free of known copyright restrictions (Public Domain Mark 1.0). ${mark.url}`,
    ]);
  });

  it('asks for a link where there is no other wish', () => {
    expect(rightsOf({ reuse: { url: 'https://w.example' } })).toEqual([
      'attribution: References to this work should link to https://w.example.',
    ]);
    const attribution = 'Link to https://w.example please.';
    expect(rightsOf({ reuse: { attribution, url: 'https://w.example' } })).toEqual([
      `attribution: ${attribution}`,
    ]);
  });

  it('names the original as far as it is known', () => {
    const original = { title: 'Der Wal' };
    expect(linesOf({ original })).toContain('original: Originally published as Der Wal');
    expect(linesOf({ original: { ...original, language: 'uk' } }, 'fr')).toContain(
      'original: Édition originale (ukrainien)\u00A0: Der Wal',
    );
    expect(linesOf({ original: { ...original, publisher: 'See' } }, 'ja')).toContain(
      'original: 原題：Der Wal、See',
    );
  });

  it('takes metadata for data, never for Markdown', () => {
    const statement = '*Not* emphasis, {title} and <b>no tag</b>.';
    expect(rightsOf({ statement })).toEqual([`statement: ${statement}`]);
  });

  it.each(keys)('leaves no gap without %s and any other', (first) => {
    for (const second of keys) expect(toHtml(pageOf(without([first, second])).tree)).not.toMatch(gap);
  });

  it.each(keys.filter((key) => key !== 'subtitle'))('leaves no gap with %s alone', (only) => {
    const page = pageOf(without(keys.filter((key) => key !== only)));
    expect(toHtml(page.tree)).not.toMatch(gap);
    expect(page.tree.children.length).toBeGreaterThan(1);
  });

  it.each(worded)('leaves no gap in %s', (language) => {
    for (const metadata of [
      everything,
      without(['reuse', 'license', 'statement']),
      ...keys.map((key) => without([key])),
    ]) {
      expect(toHtml(pageOf({ ...metadata, language }, language).tree)).not.toMatch(gap);
    }
  });
});
