import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import type { Section } from '../../src/book/book.ts';
import type { Copyright, Metadata } from '../../src/book/metadata.ts';
import type { ElementNode } from '../../src/book/nodes.ts';
import { attachCopyrightPage } from '../../src/matter/copyright-page.ts';
import { makeMetadata, wordingOf } from '../make-metadata.ts';
import { makeBook, makeSection, toHtml } from './make-book.ts';

const bareMetadata = makeMetadata();

const none = bareMetadata.copyright;

function pageOf(metadata: Partial<Metadata>, language = 'en'): Section {
  const labels = wordingOf(language);
  const page = attachCopyrightPage(makeBook({ labels }, { language, ...metadata })).front[0];
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
  identifiers: { epub: '9783161484100', print: '9780306406157', pdf: '9791034304790', doi: '10.1000/182' },
  copyright: {
    years: ['2020', '2022–2024'],
    holders: ['Ann Author', 'Harpoon Press'],
    statement: 'Some rights\nreserved.\n\nSee https://rights.example.',
    license: { id: 'CC-BY-4.0', name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    funding: ['Funded by the Sea Fund.'],
    reuse: {
      attribution: 'Link to the book.',
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
    printings: true,
  },
};

const facts = ['subtitle', 'contributors', 'publisher', 'date', 'edition', 'identifiers'] as const;
const rights = Object.keys(none) as Array<keyof Copyright>;
const optional = ['statement', 'license', 'reuse', 'mining', 'disclaimer'] as const;
const keys = [...facts, ...rights, ...optional];

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

const gap = /undefined|NaN|\{\w+\}|[,:;.] ?[,:;.]|\s<\/p>|<(p|div|span)[^>]*><\/\1>/;

describe('attachCopyrightPage', () => {
  it('states everything the metadata has, in order', () => {
    expect(linesOf(everything)).toEqual([
      'title: The Whale',
      'subtitle: A Tale',
      'copyright: © 2020, 2022–2024 Ann Author and Harpoon Press',
      'statement: Some rights reserved.',
      'statement: See https://rights.example.',
      'license: This work is licensed under CC BY 4.0.',
      'funding: Funded by the Sea Fund.',
      'attribution: Link to the book.',
      'extract: No more than 1,500 characters may be quoted without permission.',
      'permission: Longer reprints need permission.',
      'contact: Contact: rights@harpoon.example',
      'mining: Reproduction for text and data mining is reserved. Policy: https://harpoon.example/tdm',
      'publisher: Published by Harpoon Press, New Bedford',
      'address: 1 QuayNew Bedford',
      'url: https://harpoon.example',
      'email: ahoy@harpoon.example',
      'edition: Second edition',
      'published: First published October 18, 1851',
      'credit: Cover design: Cora',
      'credit: Typesetting: Ty',
      'contributor: Translated by Tom Hand',
      'isbn: ISBN (print): 978-0306406157',
      'isbn: ISBN (EPUB): 978-3161484100',
      'isbn: ISBN (PDF): 979-1034304790',
      'doi: https://doi.org/10.1000/182',
      'disclaimer: All whales are fictitious.',
      'printings: 10 9 8 7 6 5 4 3 2 1',
    ]);
  });

  it('links addresses, policies, licence and DOI', () => {
    const urls: string[] = [];
    visit(pageOf(everything).tree, 'link', (link) => void urls.push(link.url));
    expect(urls).toEqual([
      'https://rights.example',
      'https://creativecommons.org/licenses/by/4.0/',
      'mailto:rights@harpoon.example',
      'https://harpoon.example/tdm',
      'https://harpoon.example',
      'mailto:ahoy@harpoon.example',
      'https://doi.org/10.1000/182',
    ]);
  });

  it('becomes HTML that keeps the lines of the address', () => {
    const html = toHtml(pageOf({ publisher: { name: 'Press', address: '1 Quay\nTown' } }).tree);
    expect(html).toBe(
      '<p class="title">The Whale</p><div class="imprint"><p class="publisher">Published by Press</p>' +
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
      { license: { name: 'CC0 1.0' } },
      { reuse: { attribution: 'Name us.' } },
      { reuse: { extract: { characters: 500 } } },
    ];
    for (const reason of reasons) expect(rightsOf({ holders: ['Ann'], ...reason })).not.toContain(reserved);
    expect(rightsOf({ holders: ['Ann'], reuse: {} })).toContain(reserved);
    expect(rightsOf({ printings: true })).toEqual(['printings: 10 9 8 7 6 5 4 3 2 1']);
  });

  it('does not double the full stop of a licence', () => {
    expect(rightsOf({ license: { name: 'The Licence of Whale Inc.' } })).toEqual([
      'license: This work is licensed under The Licence of Whale Inc.',
    ]);
  });

  it('reserves mining only where it is reserved', () => {
    expect(rightsOf({ mining: { reserved: true } })).toEqual([
      'mining: Reproduction for text and data mining is reserved.',
    ]);
    expect(
      rightsOf({ mining: { reserved: false, policy: 'https://p.example' }, printings: true }),
    ).toHaveLength(1);
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
          identifiers: { epub: '9783161484100' },
          copyright: { ...none, holders: ['A', 'B'], reuse: { extract: { characters: 1500 } } },
        },
        'de',
      ),
    ).toEqual([
      'title: The Whale',
      'copyright: © A und B',
      'extract: Ohne Genehmigung dürfen höchstens 1.500 Zeichen zitiert werden.',
      'published: Erstveröffentlichung: 18. Oktober 1851',
      'isbn: ISBN (EPUB): 978-3161484100',
    ]);
  });

  it('sets the colon as the language does', () => {
    const credits = [{ role: 'Couverture', name: 'Cora' }];
    expect(rightsOf({ credits }, 'fr')).toEqual(['credit: Couverture\u00A0: Cora']);
    expect(rightsOf({ credits }, 'ja')).toEqual(['credit: Couverture：Cora']);
  });

  it('reads a DOI however it is written', () => {
    for (const doi of ['10.1000/182', 'doi:10.1000/182', 'https://doi.org/10.1000/182']) {
      expect(linesOf({ identifiers: { doi } })).toContain('doi: https://doi.org/10.1000/182');
    }
  });

  it('makes no page of the title alone, and none beside the author’s own', () => {
    const bare = makeBook({}, { subtitle: 'A Tale', contributors: [{ name: 'Ann', role: 'aut' }] });
    expect(attachCopyrightPage(bare)).toBe(bare);
    const own = makeBook({ front: [makeSection('mine', '', { role: 'copyright-page' })] }, everything);
    expect(attachCopyrightPage(own)).toBe(own);
  });

  it('is an untitled section after the title page', () => {
    const front = [
      makeSection('for', '', { role: 'dedication' }),
      makeSection('t', '', { role: 'titlepage' }),
    ];
    const book = attachCopyrightPage(makeBook({ front }, everything));
    expect(book.front.map(({ id }) => id)).toEqual(['t', 'copyright', 'for']);
    expect(book.front[1]).toMatchObject({
      role: 'copyright-page',
      untitled: true,
      toc: false,
      numbered: false,
    });
  });

  it.each(keys)('leaves no gap without %s and any other', (first) => {
    for (const second of keys) expect(toHtml(pageOf(without([first, second])).tree)).not.toMatch(gap);
  });

  it.each(keys.filter((key) => key !== 'subtitle'))('leaves no gap with %s alone', (only) => {
    const page = toHtml(pageOf(without(keys.filter((key) => key !== only))).tree);
    expect(page).not.toMatch(gap);
    expect(page).toMatch(/^<p class="title">The Whale<\/p><(div|p) class="\w+">/);
  });
});
