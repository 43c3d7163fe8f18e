import { describe, expect, it } from 'vitest';
import { emitEpub } from '../../../src/emit/epub/emit-epub.ts';
import {
  makeOneChapter,
  makeRichBook,
  noTheme,
  richAssets,
  theme,
  unpack,
} from '../../builders/rich-book.ts';

async function packageOf(...input: Parameters<typeof emitEpub>): Promise<string> {
  return (await unpack(await emitEpub(...input))).get('OEBPS/content.opf') ?? '';
}

async function uuid(title: string, modified: string): Promise<string | undefined> {
  const opf = await packageOf(makeOneChapter({}, { title, modified }), new Map(), noTheme);
  return /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}(?=<)/.exec(opf)?.[0];
}

const rich = await packageOf(makeRichBook(), richAssets, theme);

describe('the package document', () => {
  it('has the ISBN of this edition as its unique identifier and never that of another', () => {
    expect(rich).toContain('unique-identifier="pub-id"');
    expect(rich).toContain('<dc:identifier id="pub-id">urn:isbn:9783161484100</dc:identifier>');
    expect(rich).toContain('<dc:identifier id="doi">doi:10.1000/182</dc:identifier>');
    expect(rich).not.toContain('9780306406157');
  });

  it('draws the same UUID from the same metadata, another from another', async () => {
    const first = await uuid('A', '2024-01-01T00:00:00Z');
    expect(first).toBeDefined();
    expect(await uuid('A', '2025-01-01T00:00:00Z')).toBe(first);
    expect(await uuid('B', '2024-01-01T00:00:00Z')).not.toBe(first);
  });

  it('files titles and names as lists have them, and names further languages and the original', async () => {
    const opf = await packageOf(
      makeOneChapter(
        {},
        {
          title: 'The Crossing',
          languages: ['grc', 'la'],
          contributors: [
            { name: 'Jane Doe', role: 'aut' },
            { name: 'Quay Press', role: 'edt', organization: true },
          ],
          original: { title: 'Die Überfahrt', language: 'de', author: 'J. Doe', date: '1899' },
        },
      ),
      new Map(),
      noTheme,
    );
    expect(opf).toContain('<meta refines="#title-main" property="file-as">Crossing, The</meta>');
    expect(opf).toContain('<meta refines="#person-1" property="file-as">Doe, Jane</meta>');
    expect(opf).not.toContain('<meta refines="#person-2" property="file-as">');
    expect(opf).toContain(
      '<dc:language>en</dc:language>\n<dc:language>grc</dc:language>\n<dc:language>la</dc:language>',
    );
    expect(opf).toContain(
      '<meta id="original" property="schema:translationOfWork">Die Überfahrt</meta>\n' +
        '<meta refines="#original" property="dcterms:creator">J. Doe</meta>\n' +
        '<meta refines="#original" property="dcterms:language">de</meta>\n' +
        '<meta refines="#original" property="dcterms:date">1899</meta>',
    );
  });

  it('has what book.yaml claims of accessibility', async () => {
    const claims = {
      conformance: { wcag: '2.2', level: 'AA' } as const,
      certifier: { name: 'A & B', credential: 'Seal', report: 'https://a.example/?b&c' },
    };
    const opf = await packageOf(makeOneChapter({}, { accessibility: claims }), new Map(), noTheme);
    expect(opf).toContain(
      '<meta id="conformance" property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>\n' +
        '<meta id="certifier" refines="#conformance" property="a11y:certifiedBy">A &amp; B</meta>\n' +
        '<meta refines="#certifier" property="a11y:certifierCredential">Seal</meta>\n' +
        '<link refines="#certifier" rel="a11y:certifierReport" href="https://a.example/?b&amp;c"/>',
    );
    const exempt = { exemption: 'disproportionate-burden' } as const;
    expect(await packageOf(makeOneChapter({}, { accessibility: exempt }), new Map(), noTheme)).toContain(
      '<meta property="a11y:exemption">eaa-disproportionate-burden</meta>',
    );
    expect(rich).not.toContain('a11y:');
  });

  it('names titles and people with what refines them', () => {
    expect(rich).toContain('<dc:title id="title-main">Salt &amp; &lt;Water&gt; &#34;deep&#34;</dc:title>');
    expect(rich).toContain('<meta refines="#title-subtitle" property="title-type">subtitle</meta>');
    expect(rich).toContain('<meta refines="#title-edition" property="display-seq">3</meta>');
    expect(rich).toContain('<dc:creator id="person-1">Ada Byron</dc:creator>');
    expect(rich).toContain('<meta refines="#person-1" property="file-as">Byron, Ada</meta>');
    expect(rich).toContain('<dc:contributor id="person-3">María Núñez</dc:contributor>');
    expect(rich).toContain('<meta refines="#person-3" property="role" scheme="marc:relators">trl</meta>');
  });

  it('takes the editor for the creator where there is no author', async () => {
    const contributors = [
      { name: 'Ed', role: 'edt' },
      { name: 'Tr', role: 'trl' },
    ];
    const opf = await packageOf(makeOneChapter({}, { contributors }), new Map(), noTheme);
    expect(opf).toContain('<dc:creator id="person-1">Ed</dc:creator>');
    expect(opf).toContain('<dc:contributor id="person-2">Tr</dc:contributor>');
  });

  it('has subjects with authority and term, series, rights and reservation', () => {
    expect(rich).toContain('<dc:subject id="subject-1">Seafaring</dc:subject>\n<dc:subject id="subject-2">');
    expect(rich).toContain('<meta refines="#subject-2" property="authority">BISAC</meta>');
    expect(rich).toContain('<dc:subject id="subject-3">FJ</dc:subject>');
    expect(rich).toContain('<meta refines="#subject-3" property="term">FJ</meta>');
    expect(rich).toContain('<meta refines="#series" property="group-position">2</meta>');
    expect(rich).toContain(
      '<dc:rights>© 2020–2024 Ada Byron. Translation: © 2024 María Núñez. This work is licensed under CC BY 4.0',
    );
    expect(rich).toContain('<meta property="dcterms:rightsHolder">María Núñez</meta>');
    expect(rich).toContain(
      '<meta property="dcterms:license">https://creativecommons.org/licenses/by/4.0/</meta>',
    );
    expect(rich).toContain('prefix="tdm: http://www.w3.org/ns/tdmrep#"');
    expect(rich).toContain('<meta property="tdm:reservation">1</meta>');
    expect(rich).toContain('<meta property="dcterms:modified">2024-01-02T03:04:06Z</meta>');
  });

  it('says in one element all that the book says of its rights', async () => {
    const { copyright } = makeOneChapter().metadata;
    const book = makeOneChapter(
      {},
      { copyright: { ...copyright, years: ['2024'], statement: 'Do as you please' } },
    );
    const opf = await packageOf(book, new Map(), noTheme);
    expect(opf).toContain('<dc:rights>© 2024. Do as you please.</dc:rights>');
    expect(opf).not.toContain('dcterms:rightsHolder');
  });

  it('knows the people by their ORCID and the series by its ISSN', () => {
    expect(rich).toContain(
      '<meta refines="#person-1" property="schema:sameAs">https://orcid.org/0000-0002-1825-0097</meta>',
    );
    expect(rich).toContain('<meta refines="#series" property="dcterms:identifier">urn:issn:0378-5955</meta>');
  });

  it('leaves out what the metadata does not have', async () => {
    const opf = await packageOf(makeOneChapter({}, { description: '  ' }), new Map(), noTheme);
    expect(opf).not.toMatch(/<dc:(?:description|publisher|date|rights|creator|contributor|subject)/);
    expect(opf).not.toMatch(/><\/dc:|undefined|prefix=/);
  });

  it('announces cover, formulas and contents in the manifest', () => {
    expect(rich).toContain('href="images/cover.png" media-type="image/png" properties="cover-image"');
    expect(rich).toContain('<meta name="cover" content="item-images-cover.png"/>');
    expect(rich).toMatch(/href="two.xhtml"[^>]* properties="mathml"/);
    expect(rich).toMatch(/href="toc.xhtml"[^>]* properties="nav"/);
    expect(rich).not.toMatch(/href="one.xhtml"[^>]* properties/);
    expect(rich).toContain('href="fonts/EBGaramond_400Regular.ttf" media-type="font/ttf"');
  });

  it('puts the navigation document where the contents page stood', () => {
    const spine = [...rich.matchAll(/idref="item-([\w-]+)\.xhtml"/g)].map((match) => match[1]);
    expect(spine).toEqual([
      'cover',
      'title-page',
      'copyright',
      'toc',
      'dedication',
      'part-1',
      'one',
      'two',
      'notes',
    ]);
  });

  it('has a guide for older reading systems', () => {
    expect(
      [...rich.matchAll(/<reference type="([\w-]+)" title="[^"]+" href="([^"]+)"/g)].map((m) => [m[1], m[2]]),
    ).toEqual([
      ['cover', 'cover.xhtml'],
      ['title-page', 'title-page.xhtml'],
      ['copyright-page', 'copyright.xhtml'],
      ['toc', 'toc.xhtml'],
      ['dedication', 'dedication.xhtml'],
      ['text', 'part-1.xhtml'],
      ['notes', 'notes.xhtml'],
    ]);
  });
});
