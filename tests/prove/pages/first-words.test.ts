import { describe, expect, it } from 'vitest';
import { checkFirstWords } from '../../../src/prove/pages/first-words.ts';
import { wordsBehind } from '../../../src/prove/pages/words-behind.ts';

const mark = (label: string): string =>
  `<span id="page-${label}" role="doc-pagebreak" epub:type="pagebreak" aria-label="${label}"></span>`;

/** What is told of an e-book of one document, whose pages begin in print like this. */
function told(
  xhtml: string,
  printed: Readonly<Record<string, ReadonlyArray<string>>>,
  divided: ReadonlyArray<number> = [],
): string[] {
  const marks = [...xhtml.matchAll(/<span id="page-[^>]*aria-label="([^"]*)">/g)].map(
    ({ 0: tag, 1: label = '', index }) => wordsBehind(xhtml, index + tag.length, label),
  );
  const pages = Object.entries(printed).map(([label, beginnings]) => ({
    label,
    beginnings: () => beginnings,
  }));
  const starts = divided.map((page) => ({ page, spot: 0, before: 0, divided: true as const }));
  return checkFirstWords(marks, 'a.epub', pages, { starts }, new Set()).map(({ rule, severity, reason }) =>
    [rule, severity, reason].join(' '),
  );
}

it('tells of items that print has not', () => {
  const xhtml = `${mark('2')}<h1>Sea</h1><ol type="a"><li>salt</li><li>tea</li></ol>`;
  expect(told(xhtml, { 2: ['SEAASALTBREAD'] })).toEqual([astray('2')]);
});

const astray = (labels: string): string =>
  `facts-differ warning The EPUB marks these printed pages elsewhere than they begin: ${labels}`;

describe('the words behind the mark of a page', () => {
  it.each([
    [
      'in a paragraph',
      `<p>It was ${mark('2')}the best of <em>times</em>, it was</p>`,
      ['THEBESTOFTIMESITWASTHE'],
    ],
    ['at the end of a book', `<p>It was ${mark('2')}the best.</p>`, ['THEBEST']],
    [
      'before the number of an item',
      `<ol><li>${mark('2')}Sugar, tea and salt</li></ol>`,
      ['12SUGARTEAANDSALT'],
    ],
    [
      'before the letter of an item',
      `<ol type="i"><li>a</li><li>${mark('2')}Sugar, tea</li><li>and salt</li></ol>`,
      ['IISUGARTEAIIIANDSALT'],
    ],
    [
      'before items with letters',
      `${mark('2')}<h1>Sea</h1><ol type="a"><li>salt</li><li>tea</li><li>and bread</li></ol>`,
      ['SEAASALTBTEACANDBREAD'],
    ],
    [
      'with readings of ruby',
      `<h1>${mark('2')}Signs</h1><p><ruby>ship<rt>vessel</rt></ruby> of the line</p>`,
      ['SIGNSVESSELSHIPOFTHELINE'],
    ],
    [
      'below a repeated head of a table',
      `<table><thead><tr><th>Year</th></tr></thead><tbody><tr>${mark('2')}<td>Lights of old</td></tr></tbody></table>`,
      ['YEARLIGHTSOFOLD'],
    ],
    ['before a large initial', `${mark('2')}<p>Call me Ishmael.</p>`, ['ALLMEISHMAELC', 'CALLMEISHMAEL']],
    ['before ruby', `<p>${mark('2')}<ruby>漢<rt>かん</rt></ruby>である。</p>`, ['漢てある']],
    ['where the direction changes', `${mark('2')}<h2>On שלום</h2><p>The world</p>`, ['HEWORLDשלוםONT']],
    ['before a picture', `${mark('2')}<img src="a.svg"/><p>Words</p>`, ['TEXTOFTHEPICTURE']],
    [
      'in a bibliography, whose entries lead back',
      `<h1>${mark('2')}Works</h1><ul><li><a class="backlink" href="a#b">Roe, Rita</a>. <i>Ships</i><a class="backlink" href="a#c">↩\uFE0E</a></li></ul><p>Sea</p>`,
      ['WORKSROERITASHIPSSEA'],
    ],
    [
      'before notes that stand at the foot',
      `<p>It was ${mark('2')}the sup3.</p><section id="n" class="section-notes foot-notes"><h2>Notes</h2><p>Ibid.</p></section>`,
      ['THESUP3SEETHEBOOK'],
    ],
    [
      'where figures stand among words from the right',
      `<p>${mark('2')}السفينة ١٨٦٧ الميناء</p>`,
      ['الميناءالسفينة١٨٦٧'],
    ],
    ['before notes', `${mark('2')}<p class="notes-to-pages">Notes to page 1</p><p>Ibid.</p>`, ['IBID']],
  ])('are the first of the printed page: %s', (_, xhtml, beginnings) => {
    expect(told(xhtml, { 2: beginnings })).toEqual([]);
  });

  it('are told of where they stand elsewhere on it, or on another', () => {
    const xhtml = `<p>${mark('1')}It was the best of times, ${mark('2')}it was the worst of times</p>`;
    expect(told(xhtml, { 1: ['ITWASTHEBESTOFTIMES'], 2: ['ITWASTHEWORSTOFTIMES'] })).toEqual([]);
    expect(told(xhtml, { 1: ['ITWASTHEBESTOFTIMES'], 2: ['WASTHEWORSTOFTIMES'] })).toEqual([astray('2')]);
    expect(told(xhtml, { 1: ['ITWASTHEWORSTOFTIMES'], 2: ['ITWASTHEBESTOFTIMES'] })).toEqual([
      astray('1, 2'),
    ]);
  });

  it('are told of where the direction changes, too', () => {
    const xhtml = `<p>${mark('2')}On שלום the world</p>`;
    expect(told(xhtml, { 2: ['ONעולמTHEWORLD'] })).toEqual([astray('2')]);
  });

  it('may be those of a word that the end of the page divides, if it does', () => {
    const xhtml = `<p>It was ${mark('2')}counterrevolutionary all the time</p>`;
    expect(told(xhtml, { 1: [''], 2: ['REVOLUTIONARYALLTHETIME'] }, [1])).toEqual([]);
    expect(told(xhtml, { 1: [''], 2: ['REVOLUTIONARYALLTHETIME'] })).toEqual([astray('2')]);
  });

  it('need not be the first in contents; in lists print has numbers of pages', () => {
    expect(told(`${mark('2')}<nav epub:type="toc">One</nav>`, { 2: ['TWO'] })).toEqual([]);
    const index = `<section epub:type="index">${mark('2')}<p>whale, 12, 13, 17</p></section>`;
    expect(told(index, { 2: ['SEACONTINUEDWHALE121317'] })).toEqual([]);
    expect(told(index, { 2: ['SEACONTINUEDGULL12'] })).toEqual([astray('2')]);
  });

  it('are told of where the PDF has no page of that name', () => {
    expect(told(`<p>${mark('ii')}Words</p>`, { i: ['WORDS'] })).toEqual([
      'facts-differ warning The EPUB marks pages that the PDF calls otherwise: ii',
    ]);
  });
});
