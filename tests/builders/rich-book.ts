import { readFileSync } from 'node:fs';
import type { Bytes } from '../../src/book/bytes.ts';
import { held } from './held.ts';
import { createRequire } from 'node:module';
import { fromHtml } from 'hast-util-from-html';
import JSZip from 'jszip';
import { VFile } from 'vfile';
import { licenceOf } from '../../src/book/licence.ts';
import type { Asset, Assets, Book, Hast, Section } from '../../src/book/book.ts';
import type { Metadata } from '../../src/book/metadata.ts';
import type { Role } from '../../src/book/roles.ts';
import type { Font } from '../../src/book/theme.ts';
import { makeBook } from './book.ts';
import { makeMetadata } from './metadata.ts';

export const bareMetadata = makeMetadata({ modified: '2024-01-02T03:04:06Z' });

export const richMetadata: Metadata = {
  ...bareMetadata,
  title: 'Salt & <Water> "deep"',
  subtitle: 'A Chart',
  contributors: [
    { name: 'Ada Byron', sortAs: 'Byron, Ada', role: 'aut', orcid: '0000-0002-1825-0097' },
    { name: 'Jean O’Neil', role: 'ill' },
    { name: 'María Núñez', sortAs: 'Núñez, María', role: 'trl' },
  ],
  publisher: { name: 'Harbour & Sons', place: 'Leith' },
  date: '2024-05',
  edition: 'Second edition',
  description: 'Of ships & <shoals>.',
  subjects: [
    { text: 'Seafaring' },
    { text: 'FICTION / Sea Stories', scheme: 'bisac', code: 'FIC047000' },
    { scheme: 'thema', code: 'FJ' },
  ],
  series: { name: 'Charts', position: 2, issn: '0378-5955' },
  identifiers: {
    epub: '9783161484100',
    print: '9780306406157',
    doi: 'https://doi.org/10.1000/182',
    others: [],
  },
  cover: { image: 'images/cover.png', alt: 'A chart of the harbour' },
  copyright: {
    ...bareMetadata.copyright,
    years: ['2020–2024'],
    holders: ['Ada Byron'],
    parts: [{ of: 'translation', years: ['2024'], holders: ['María Núñez'] }],
    license: licenceOf({
      id: 'CC-BY-4.0',
      name: 'CC BY 4.0',
      url: 'https://creativecommons.org/licenses/by/4.0/',
    }),
    mining: { reserved: true, policy: 'https://example.org/policy' },
  },
};

/** A section around markup; `rest` may set anything else. */
export function makeSection(
  id: string,
  role: Role,
  html: string,
  rest: Partial<Section<Hast>> = {},
): Section<Hast> {
  const markup = `<section id="${id}" class="${role}" epub:type="${role}" aria-label="${id}">${html}</section>`;
  return {
    id,
    role,
    title: id,
    titleTree: { type: 'root', children: [] },
    untitled: false,
    numbered: false,
    toc: true,
    headings: [],
    tree: fromHtml(markup, { fragment: true }),
    file: new VFile({ path: `${id}.md` }),
    ...rest,
  };
}

/** A book of one chapter for the e-book. */
export function makeOneChapter(
  parts: Partial<Book<Hast>> = {},
  metadata: Partial<Metadata> = {},
): Book<Hast> {
  const body = [makeSection('one', 'chapter', '<h1>One</h1><p>Text.</p>')];
  return makeBook({ body, ...parts }, { ...bareMetadata, ...metadata });
}

/** A book with everything the emitter treats in a way of its own. */
export function makeRichBook(): Book<Hast> {
  const front = [
    makeSection('title-page', 'titlepage', '<h1 class="title">Salt</h1>', { toc: false, untitled: true }),
    makeSection('copyright', 'copyright-page', '<p>© <a href="https://example.org/?a=1&amp;b=2">us</a></p>', {
      toc: false,
    }),
    makeSection(
      'contents',
      'toc',
      '<ol><li><a href="#one">One</a> <span data-page-of="one"></span></li></ol>',
      { toc: false, title: 'Contents' },
    ),
    makeSection('dedication', 'dedication', '<p>To <em>no one</em></p>', { toc: false }),
  ];
  const body = [
    makeSection('part-1', 'part', '<header class="opening"><h1>Part</h1></header>', {
      title: 'Part',
      number: 'I',
    }),
    makeSection(
      'one',
      'chapter',
      '<h1>One</h1><p>Mark<sup><a id="mark-1" epub:type="noteref" role="doc-noteref" href="#note-1">1</a></sup>, ' +
        '<a href="#two">two</a>, <a href="#deep">deep</a>, <a href="#one">here</a>, <a href="#contents">contents</a>.<br></p>' +
        '<h2 id="shoals">Shoals</h2><ol start="3" reversed><li value="7">x</li></ol>' +
        '<h3 id="deep">Deep &amp; "low"</h3><p></p><figure><img src="images/Chart №1.png" alt="Chart"></figure>' +
        '<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td class="align-right">1</td></tr></tbody></table>' +
        '<p>See page <span data-page-of="two">0</span></p>',
      {
        title: 'One',
        number: '1',
        part: 'part-1',
        headings: [
          { id: 'shoals', depth: 2, text: 'Shoals' },
          { id: 'deep', depth: 3, text: 'Deep & "low"' },
        ],
      },
    ),
    makeSection(
      'two',
      'chapter',
      '<h1>Zwei</h1><p><math><mi>x</mi><mo>&lt;</mo><mn>2</mn></math> <img src="images/cover.png" alt="Cover again"></p>',
      { title: 'Zwei', number: '2', part: 'part-1', language: 'de' },
    ),
  ];
  const back = [
    makeSection(
      'notes',
      'endnotes',
      '<h1>Notes</h1><ol class="notes"><li id="note-1"><p>Text. <a role="doc-backlink" aria-label="Back" href="#mark-1">↩</a></p></li></ol>',
      { title: 'Notes' },
    ),
  ];
  return makeOneChapter({ front, body, back }, richMetadata);
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export function makeAssets(...paths: string[]): Assets {
  return new Map(
    paths.map((path): [string, Asset] => [
      path,
      { path, bytes: png, mediaType: 'image/png', width: 1, height: 1 },
    ]),
  );
}

export const richAssets = makeAssets('images/cover.png', 'images/Chart №1.png', 'images/unused.png');

const require = createRequire(import.meta.url);

export const font: Font = {
  family: 'EB Garamond',
  weight: 400,
  style: 'normal',
  file: 'EBGaramond_400Regular.ttf',
  use: 'text',
  bytes: readFileSync(require.resolve('@expo-google-fonts/eb-garamond/400Regular/EBGaramond_400Regular.ttf')),
};

export const noTheme = { fonts: [], stylesheet: '' };
export const theme = { fonts: [font], stylesheet: '.own { background: url(images/unused.png) }' };

/** The files of a container as text, by path. */
export async function unpack(epub: Bytes): Promise<Map<string, string>> {
  const archive = await JSZip.loadAsync(held(epub));
  const files = new Map<string, string>();
  for (const entry of Object.values(archive.files)) files.set(entry.name, await entry.async('string'));
  return files;
}
