import { expect, it } from 'vitest';
import { VFile } from 'vfile';
import { readBibtex } from '../../../../src/read/citations/bibtex/bibtex.ts';

function read(text: string, language = 'en') {
  const file = new VFile({ path: 'a.bib', value: text });
  const bibliography = readBibtex(file, language);
  const works = bibliography.worksOf([...bibliography.places.keys()]);
  return {
    items: works.map(({ item }) => item),
    said: file.messages.map(({ line, column, reason }) => `${line}:${column} ${reason}`),
  };
}

it('takes no blanks at the ends of fields', () => {
  const { items } = read('@book{a, title = { Tides }, address = { Kiel}, year = 1965}');
  expect(items).toMatchObject([{ title: 'Tides', 'publisher-place': 'Kiel' }]);
});

it('reads names, strings, dates and TeX', () => {
  const { items, said } = read(
    String.raw`@string{sea = "Sea Press"}
@book{a, author = {M{\"u}ller, J\"org and {World Health Organization} and van der Berg, Anna},
  title = {The {NATO} Question: \emph{Politics} of H$_2$O}, publisher = sea # " Ltd", date = {2010-05-04}, langid = {british}}
@misc{b, title = {Von ihm}, year = {1820/1822}, langid = {ngerman}, eprint = {1234.5}, eprinttype = {arXiv}}
@misc{c, title = {Uncertain}, date = {1900~}}`,
  );
  expect(said).toEqual([]);
  expect(items).toMatchObject([
    {
      id: 'a',
      type: 'book',
      publisher: 'Sea Press Ltd',
      language: 'en-GB',
      issued: { 'date-parts': [[2010, 5, 4]] },
      author: [
        { family: 'Müller', given: 'Jörg' },
        { family: 'World Health Organization' },
        { family: 'Berg', given: 'Anna', 'dropping-particle': 'van der' },
      ],
    },
    {
      id: 'b',
      language: 'de',
      title: 'Von ihm',
      URL: 'https://arxiv.org/abs/1234.5',
      issued: { 'date-parts': [[1820], [1822]] },
    },
    { id: 'c', issued: { 'date-parts': [[1900]], circa: true } },
  ]);
  expect(items[0]?.['title']).toMatch(
    /^The (?:<span class="nocase">)?NATO.* question: <i>politics<\/i> of H₂[oO]/i,
  );
});

it('takes the capitals of English titles away, and of no others', () => {
  const text =
    '@book{a, title = {A Great Book about {Paris}}}\n@book{b, title = {Das Große Buch}, langid={german}}';
  expect(read(text).items.map(({ title }) => title)).toEqual(['A great book about Paris', 'Das Große Buch']);
  expect(read('@book{a, title = {Das Große Buch}}', 'de').items[0]?.['title']).toBe('Das Große Buch');
});

it('gives entries what the one they refer to has', () => {
  const { items } = read(
    '@incollection{a, title={Part}, crossref={b}, pages={1--9}}\n@collection{b, title={Whole}, editor={Roe, Jane}, date={2001}}',
  );
  expect(items[0]).toMatchObject({ 'container-title': 'Whole', editor: [{ family: 'Roe' }], page: '1-9' });
});

it('follows entries that refer to others, so many of them', () => {
  const entries = Array.from(
    { length: 12_000 },
    (_, index) => `@inbook{a${index}, title={A}, crossref={a${index + 1}}}`,
  );
  const file = new VFile({ path: 'a.bib', value: entries.join('\n') });
  expect(readBibtex(file, 'en').worksOf(['a0'])).toMatchObject([{ item: { id: 'a0', title: 'A' } }]);
  expect(file.messages.map(({ reason }) => reason)).toEqual([
    'The entry "a0" takes fields from more than 100 others',
  ]);
});

it('leaves out a date that is none, and says so', () => {
  const { items, said } = read('@book{a, title={A}, date={999999-99/..}}');
  expect(items).toEqual([{ id: 'a', type: 'book', title: 'A' }]);
  expect(said).toEqual(['1:1 The "issued" of "a" is nothing that a work can have, and is left out']);
});

it('tells of entries that cannot be read, with their line, and goes on', () => {
  const { items, said } = read(
    '@book{a,\n title = {x}\n year = 1999\n}\n@book{b, title={y}}\n@book{b, title={z}}',
  );
  expect(items.map(({ id }) => id)).toEqual(['b']);
  expect(said[0]).toBe('6:1 The key "b" is given to two works; the first counts');
  expect(said[1]).toMatch(/^3:1 The entry "a" cannot be read: /);
});

it('reads months of years, days beside years, publishers with "and", and others', () => {
  const { items } = read(
    `@article{a, author = {Reef, Ben and others}, title = {A}, date = {2019-12}}
@misc{b, title = {B}, year = {2023}, month = 02, date = {16}}
@book{c, title = {C}, publisher = {Chapman and Hall/CRC, New York}, year = {2019-20}}`,
  );
  expect(items).toMatchObject([
    {
      author: [{ family: 'Reef', given: 'Ben' }, { literal: '\uE0F5' }],
      issued: { 'date-parts': [[2019, 12]] },
    },
    { issued: { 'date-parts': [[2023]] } },
    { publisher: 'Chapman and Hall/CRC, New York', issued: { 'date-parts': [[2019], [20]] } },
  ]);
});

it('knows years before Christ, names joined to their particle, and words for what a work is', () => {
  const text = String.raw`@phdthesis{a, author={al-Khwarizmi, Muhammad}, title={Law of $X^2$ in Use}, date={-0108-03}}
@patent{b, title={Oar}, date={-0001}, langid={french}}
@report{c, title={Sail}, type={techreport}, author={de la Mer, Jean}}
@manual{d, title={Mast}, author={de la Mer, Jean}, options={useprefix=true}}`;
  expect(read(text).items).toMatchObject([
    {
      author: [{ family: 'al-Khwarizmi', given: 'Muhammad' }],
      genre: 'PhD thesis',
      issued: { 'date-parts': [[-109, 3]] },
      title: 'Law of X² in use',
    },
    { genre: 'Patent', issued: { 'date-parts': [[-2]] } },
    { genre: 'technical report', author: [{ family: 'Mer', 'dropping-particle': 'de la' }] },
    { type: 'book', author: [{ family: 'Mer', 'non-dropping-particle': 'de la' }] },
  ]);
  expect(read(text, 'fr').items.map(({ genre }) => genre)).toEqual([
    'thèse de doctorat',
    'brevet',
    'rapport technique',
    undefined,
  ]);
  expect(read(text, 'tr').items[0]?.['genre']).toBe('PhD thesis');
});

it('takes what stands before the colon of a title for its short form, unless there is one', () => {
  const text = String.raw`@book{a, title={{Moby-Dick}: or, The Whale}}
@book{b, title={Whales: A History}, shorttitle={A History}}
@book{c, title={\emph{Oars: Their Use} in Boats}}
@book{d, title={At 10:30}}
@book{e, title={Les baleines : histoire}, langid={french}}`;
  const shorts = read(text).items.map((item) => item['title-short']);
  expect(shorts).toEqual(['Moby-Dick', 'A history', undefined, undefined, 'Les baleines']);
});
