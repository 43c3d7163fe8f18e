import { describe, expect, it } from 'vitest';
import { VFile } from 'vfile';
import { readCslJson, readCslYaml } from '../../../src/read/citations/csl-data.ts';

function read(reader: typeof readCslJson, text: string) {
  const file = new VFile({ path: 'a', value: text });
  const bibliography = reader(file);
  return {
    works: bibliography
      .worksOf([...bibliography.places.keys()])
      .map(({ item, point }) => ({ item, at: point.line })),
    said: file.messages.map(({ line, column, reason }) => `${line}:${column} ${reason}`),
  };
}

describe('readCslJson', () => {
  it('reads lists and mappings', () => {
    expect(read(readCslJson, '[\n {"id": "a", "type": "book", "title": 1984},\n {"id": 7}\n]').works).toEqual(
      [
        { item: { id: 'a', type: 'book', title: '1984' }, at: 2 },
        { item: { id: '7', type: 'document' }, at: 3 },
      ],
    );
    expect(read(readCslJson, '{"a": {"type": "book"}}').works).toMatchObject([
      { item: { id: 'a', type: 'book' } },
    ]);
  });

  it('tells where it goes wrong', () => {
    const { said } = read(readCslJson, '[\n {"id": "a",\n  "title": "x"\n');
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^[34]:\d+ The file cannot be read: /);
    expect(read(readCslJson, '[{"title": "x"}]').said).toEqual(['1:1 A work has no `id` to cite it by']);
  });
});

it('leaves out words with what no document can hold, and says so', () => {
  const { works, said } = read(
    readCslJson,
    String.raw`[{"id": "a", "title": "T\ud800", "author": [{"family": "R\u0001oe"}], "note": "\ud83d\ude00"}]`,
  );
  expect(works).toEqual([{ item: { id: 'a', type: 'document', note: '😀' }, at: 1 }]);
  expect(said.map((each) => /"(\w+)" of "a"/.exec(each)?.[1])).toEqual(['title', 'author']);
});

it('leaves out what is neither words nor names nor a date, and says so', () => {
  const { works, said } = read(
    readCslJson,
    `[{"id": "a", "title": {"a": 1}, "author": "Melville", "editor": [null], "volume": 3, "note": null,
      "translator": [{"family": "Roe"}], "issued": {"date-parts": [[1851], null]}, "accessed": 5}]`,
  );
  expect(works).toEqual([
    {
      item: {
        id: 'a',
        type: 'document',
        volume: '3',
        translator: [{ family: 'Roe' }],
        accessed: { 'date-parts': [[5]] },
      },
      at: 1,
    },
  ]);
  expect(said).toEqual(
    ['title', 'author', 'editor', 'note', 'issued'].map(
      (field) => `1:3 The "${field}" of "a" is nothing that a work can have, and is left out`,
    ),
  );
});

describe('readCslYaml', () => {
  it('reads dates however they are written', () => {
    const { works } = read(
      readCslYaml,
      `---
references:
- id: a
  issued: 2010-05-04
- id: b
  issued: { year: 2010, month: 5 }
- id: c
  issued: [{ year: 2010 }, { year: 2012 }]
- id: d
  issued: 2010
- id: e
  issued: in the press
- id: f
  issued: 1999/2001~
---
`,
    );
    expect(works.map(({ item, at }) => [at, item['issued']])).toEqual([
      [3, { 'date-parts': [[2010, 5, 4]] }],
      [5, { 'date-parts': [[2010, 5]] }],
      [7, { 'date-parts': [[2010], [2012]] }],
      [9, { 'date-parts': [[2010]] }],
      [11, { literal: 'in the press' }],
      [13, { 'date-parts': [[1999], [2001]], circa: true }],
    ]);
  });

  it('reads numbers as words, by which styles sort, and addresses as Pandoc writes them', () => {
    const { works } = read(
      readCslYaml,
      'references:\n- id: a\n  volume: 3\n  title: 1984\n  url: https://x.org\n',
    );
    expect(works.map(({ item }) => item)).toMatchObject([
      { volume: '3', title: '1984', URL: 'https://x.org' },
    ]);
  });
});
