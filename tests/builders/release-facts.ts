import { licenceOf } from '../../src/book/licence.ts';
import type { Artifact } from '../../src/book/artifact.ts';
import type { Metadata } from '../../src/book/metadata.ts';
import type { Page } from '../../src/book/page-map.ts';
import type { Accessibility } from '../../src/emit/accessibility.ts';
import type { ReleaseFacts } from '../../src/emit/release-facts.ts';
import { makeMetadata } from './metadata.ts';
import { wordingOf } from '../../src/language/wording.ts';

/** Metadata in which everything that a record can carry is said. */
export const fullMetadata: Metadata = makeMetadata({
  title: 'Salt & <Water>',
  subtitle: 'A Chart',
  language: 'pt-BR',
  contributors: [
    {
      name: 'Ada Byron',
      sortAs: 'Byron, Ada',
      role: 'aut',
      affiliation: 'The Analytical Society',
      orcid: '0000-0002-1825-0097',
    },
    { name: 'María Núñez', sortAs: 'Núñez, María', role: 'trl' },
    { name: 'María Núñez', role: 'wpr' },
    { name: 'Jean O’Neil', role: 'pfr' },
  ],
  publisher: {
    name: 'Harbour & Sons',
    place: 'Leith',
    url: 'https://harbour.example',
    email: 'post@harbour.example',
  },
  date: '2024-05',
  edition: 'Second edition',
  description: 'Of ships & <shoals>.',
  subjects: [
    { text: 'Seafaring' },
    { text: 'FICTION / Sea Stories', scheme: 'bisac', code: 'FIC047000' },
    { scheme: 'thema', code: 'FJ' },
    { scheme: 'thema', code: '1DDU' },
    { text: 'Charts' },
  ],
  series: { name: 'Charts', position: 2, issn: '0378-5955' },
  original: { title: 'Salt', language: 'en-GB', publisher: 'Quay', date: '1999-03-04' },
  identifiers: {
    epub: '9783161484100',
    print: '9780306406157',
    pdf: '9791090636071',
    doi: 'https://doi.org/10.1000/182',
    lccn: '2024012345',
    others: [],
  },
  copyright: {
    years: ['2019', '2021–2024'],
    holders: ['Ada Byron', 'Harbour & Sons'],
    parts: [{ of: 'translation', years: ['2024'], holders: ['María Núñez'] }],
    license: licenceOf({
      id: 'CC-BY-4.0',
      name: 'Creative Commons Attribution 4.0 International',
      url: 'https://creativecommons.org/licenses/by/4.0/',
    }),
    funding: ['Funded by the Lighthouse Board'],
    reuse: {
      attribution: 'Please name the book',
      url: 'https://harbour.example/salt',
      extract: { characters: 1500 },
      permission: 'Ask before you quote more.',
      contact: 'rights@harbour.example',
    },
    mining: { reserved: true, policy: 'https://harbour.example/mining' },
    credits: [],
    website: 'https://harbour.example/salt',
    epubPlace: 'front',
  },
  sale: {
    commercial: true,
    prices: [
      { amount: '12.99', currency: 'EUR' },
      { product: 'epub', amount: '0', currency: 'EUR' },
      { product: 'print', amount: '15.00', currency: 'USD' },
    ],
  },
});

export const accessibility: Accessibility = {
  modes: ['textual', 'visual'],
  sufficient: ['textual', 'textual,visual'],
  features: ['tableOfContents', 'readingOrder', 'alternativeText', 'MathML'],
  hazard: 'none',
  summary: { text: 'All images have text alternatives.', language: 'en' },
};

/** Four pages of front matter, six of text, a blank leaf at the end. */
export const pages: ReadonlyArray<Page> = [
  ...['i', 'ii', 'iii', 'iv'].map((label) => ({ label, blank: label === 'ii' })),
  ...['1', '2', '3', '4', '5', '6'].map((label) => ({ label, blank: label === '4' })),
  { label: '7', blank: true },
  { label: '8', blank: true },
];

/** A release of EPUB and PDF. */
export function makeFacts(metadata: Metadata, rest: Partial<ReleaseFacts> = {}): ReleaseFacts {
  return {
    labels: wordingOf(metadata.language.split('-')[0] ?? 'en'),
    files: { epub: makeFile('the-whale.epub', 'epub', 1200), pdf: makeFile('the-whale.pdf', 'pdf', 3400) },
    pages,
    accessibility,
    ...rest,
  };
}

function makeFile(path: string, kind: Artifact['kind'], size: number): Artifact {
  return { path, kind, bytes: new Uint8Array(size), sha256: 'ab'.repeat(32) };
}
