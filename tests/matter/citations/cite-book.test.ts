import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { sections } from '../../../src/book/book.ts';
import { citedBook } from '../../builders/cited-book.ts';

const authorDate = '{ bibliography: refs.bib, style: author-date }';

describe('a style of notes', () => {
  it('makes notes of citations: first full, then short, and ibid.', async () => {
    const { text, notes, works, said } = await citedBook([
      'A whale [see @melville, p. 3]. Again [@melville, 4]; and [@melville, 4]. @roe says so. Back [@melville].',
      'Elsewhere [@melville, chap. 2].',
    ]);
    expect(said).toEqual([]);
    expect(text).toEqual(['A whale.[1] Again;[2] and.[3] Roe and Doe[4] says so. Back.[5]', 'Elsewhere.[1]']);
    expect(notes).toEqual([
      '1 See Herman Melville, Moby-Dick (New York: Harper, 1851), p. 3.',
      '2 Ibid., p. 4.',
      '3 Ibid.',
      '4 “On Whales,” Sea 3, no. 2 (1999), pp. 10–20, https://doi.org/10.1000/x.',
      '5 Melville, Moby-Dick.',
      '1 Ibid., chap. 2.',
    ]);
    expect(works).toEqual([
      'Melville, Herman. Moby-Dick. New York: Harper, 1851.',
      'Roe, Jane and John Doe. “On Whales.” Sea 3, no. 2 (1999), pp. 10–20. https://doi.org/10.1000/x.',
    ]);
  });

  it('begins anew in each chapter where the book says so', async () => {
    const { notes } = await citedBook(
      ['A [@melville].', 'B [@melville].'],
      '{ bibliography: refs.bib, style: notes, first: chapter }',
    );
    expect(notes).toEqual([
      '1 Herman Melville, Moby-Dick (New York: Harper, 1851).',
      '1 Herman Melville, Moby-Dick (New York: Harper, 1851).',
    ]);
  });

  it('leaves citations in notes of the author where they are, in the order of all notes', async () => {
    const { text, notes } = await citedBook(
      'One.[^a] Two [@melville].\n\n[^a]: Known from a book [@melville, 3], and @roe. [@roe]',
    );
    expect(text).toEqual(['One.[1] Two.[2]']);
    expect(notes).toEqual([
      '1 Known from a book (Herman Melville, Moby-Dick (New York: Harper, 1851), p. 3), and Roe and Doe, “On Whales,” Sea 3, no. 2 (1999), pp. 10–20, https://doi.org/10.1000/x. Ibid.',
      '2 Melville, Moby-Dick.',
    ]);
  });

  it('has its marks where the language has them', async () => {
    const typed = 'Il dit « non » [@grau]. Oui [@grau], soit.';
    const { text } = await citedBook(typed, undefined, { yaml: 'language: fr' });
    expect(text[0]?.replace(/\s/gu, ' ')).toBe('Il dit « non »[1]. Oui[2], soit.');
    expect((await citedBook('"No" [@grau].')).text).toEqual(['“No.”[1]']);
    expect((await citedBook('"No" [@grau].', undefined, { yaml: 'language: en-GB' })).text).toEqual([
      '“No”.[1]',
    ]);
    expect((await citedBook('*Emphasis* [@grau], and so on.')).text).toEqual(['Emphasis,[1] and so on.']);
  });

  it('parts what an author says from what a style says', async () => {
    const { text, notes } = await citedBook(
      [
        'A @roe [see table 3]. B [-@melville, chap. 2].',
        'A [@roe, etc.; @grau, S. 12f.; @grau]. B [@roe, see table 3]. C @none. D @none, @roe.',
      ],
      '{ bibliography: [refs.bib, more.bib], style: notes }',
      { files: { 'more.bib': '@online{none, title={A Page}, url={https://example.org}}' } },
    );
    expect(text[1]).toBe('A.[1] B.[2] C “A Page.”[3] D “A Page,”[4] Roe and Doe.[5]');
    expect(notes).toEqual([
      '1 “On Whales,” Sea 3, no. 2 (1999), pp. 10–20, https://doi.org/10.1000/x, see table 3.',
      '2 Moby-Dick (New York: Harper, 1851), chap. 2.',
      '1 Roe and Doe, “On Whales,” etc.; Anna Grau, Die See (Meer, 2001), p. 12f.; Grau, Die See.',
      '2 Roe and Doe, “On Whales,” see table 3.',
      '3 “A Page” (n.d.), https://example.org.',
      '4 Ibid.',
      '5 “On Whales.”',
    ]);
  });

  it('speaks the language of the book', async () => {
    const { notes } = await citedBook('A [@roe, S. 3]. B [@roe]. C [@roe, Kap. 2].', undefined, {
      yaml: 'language: de',
    });
    expect(notes).toEqual([
      '1 Jane Roe und John Doe, „On Whales“, Sea 3, Nr. 2 (1999), S. 3, https://doi.org/10.1000/x.',
      '2 Roe und Doe, „On Whales“.',
      '3 Ebd., Kap. 2.',
    ]);
  });

  it('keeps signs of sections, and the tome of French, which is no volume', async () => {
    const { notes } = await citedBook('A [@grau, § 5]. B [@roe, §§ 5-6]. C [@melville, t. 2].', undefined, {
      yaml: 'language: fr',
    });
    expect(notes.map((note) => note.replace(/\s/gu, ' '))).toEqual([
      expect.stringMatching(/^1 .*, § 5\.$/),
      expect.stringMatching(/^2 .*, §§ 5-6, https/),
      expect.stringMatching(/^3 .*, t\. 2\.$/),
    ]);
  });
});

describe('a style of authors and dates', () => {
  it('stands in the text, apart where works are alike, in order', async () => {
    const { text, works, said } = await citedBook(
      'A [@roe; @roe1999b, p. 3]. @melville [p. 2] and [-@melville2]. See [cf. @grau].[^1]\n\n[^1]: Noted [@grau].',
      authorDate,
    );
    expect(said).toEqual([]);
    expect(text[0]).toBe(
      'A (Roe and Doe 1999b; 1999a, p. 3). Melville\u00A0(1851, p. 2) and (1852). See (cf. Grau 2001).[1]',
    );
    expect(works).toEqual([
      'Grau, Anna. 2001. Die See. Meer.',
      'Melville, Herman. 1851. Moby-Dick. New York: Harper.',
      '———. 1852. Pierre. Harper.',
      'Roe, Jane and John Doe. 1999a. Of Ships. Sea Press.',
      '———. 1999b. “On Whales.” Sea 3, no. 2, pp. 10–20. https://doi.org/10.1000/x.',
    ]);
  });

  it('leads to the entries and back', async () => {
    const { book } = await citedBook('A [@roe; @melville]. B [@roe].', authorDate);
    const links: string[] = [];
    const ids = new Map<string, number>();
    for (const { tree } of sections(book))
      visit(tree, (node) => {
        if (node.type === 'link') links.push(`${String(node.data?.hProperties?.['role'])} ${node.url}`);
        const id =
          node.data !== undefined && 'hProperties' in node.data ? node.data.hProperties?.['id'] : undefined;
        if (typeof id === 'string') ids.set(id, (ids.get(id) ?? 0) + 1);
      });
    expect(links.filter((link) => link.includes('biblioref'))).toEqual([
      'doc-biblioref #book--work-roe',
      'doc-biblioref #book--work-melville',
      'doc-biblioref #book--work-roe',
    ]);
    expect(links.filter((link) => link.includes('backlink'))).toEqual([
      'doc-backlink #book--work-melville-cited-1',
      'doc-backlink #book--work-roe-cited-1',
    ]);
    for (const [, id = ''] of links.join('\n').matchAll(/#(book--\S+)/g)) expect(ids.get(id), id).toBe(1);
  });
});

describe('a style of numbers', () => {
  it('counts works as they come', async () => {
    const { text, works } = await citedBook(
      'A [@roe; @melville; @grau]. B [@roe, p. 3]. @melville says.',
      '{ bibliography: refs.bib, style: numeric }',
    );
    expect(text).toEqual(['A [1–3]. B [1, p. 3]. Melville\u00A0[2] says.']);
    expect(works[0]).toMatch(/^1\. J\. Roe and J\. Doe, “On Whales,” Sea 3, no\. 2 \(1999\)/);
  });
});

describe('the bibliography', () => {
  it('stands before the index, where the author wants it, or in each chapter', async () => {
    const end = await citedBook('A [@roe].', authorDate);
    expect(end.book.back.map(({ role, title }) => `${role} ${title}`)).toEqual(['bibliography Bibliography']);
    const placed = await citedBook(
      ['A [@roe].', 'B.\n\n::: {#refs}\n:::\n\nC.', '::bibliography'],
      authorDate,
    );
    expect(placed.book.back).toEqual([]);
    expect(placed.book.body[1]?.tree.children.map(({ type }) => type)).toEqual([
      'paragraph',
      'element',
      'paragraph',
    ]);
    expect(placed.works).toHaveLength(1);
    const each = await citedBook(
      ['A [@roe].', 'B [@grau].[^1]\n\n[^1]: Note.'],
      '{ bibliography: refs.bib, style: author-date, section: chapter, title: Works }',
      { yaml: 'notes: { place: chapter }' },
    );
    expect(each.works).toHaveLength(2);
    const last = each.book.body[1]?.tree.children.at(-1);
    expect(JSON.stringify(last)).toContain('"role":"doc-bibliography"');
    expect(JSON.stringify(last)).toContain('"value":"Works"');
  });

  it('goes into a chapter of its role, and lists what nobody cites', async () => {
    const { book, works } = await citedBook(
      'A [@roe].',
      '{ bibliography: refs.bib, uncited: [melville, "@grau"] }',
      {
        files: { '09-works.md': '---\nrole: bibliography\n---\n\n# Works cited\n\nThese.\n' },
      },
    );
    expect(book.back.map(({ role, title }) => `${role} ${title}`)).toEqual(['bibliography Works cited']);
    expect(works).toHaveLength(3);
    expect((await citedBook('A.', '{ bibliography: refs.bib, uncited: all }')).works).toHaveLength(5);
  });

  it('may be left out', async () => {
    const { book, works, text } = await citedBook('A [@roe].', '{ bibliography: refs.bib, section: none }');
    expect({ back: book.back, works, text }).toEqual({
      back: [],
      works: [],
      text: ['A (Roe and Doe 1999).'],
    });
  });

  it('names the languages of its works', async () => {
    const { book } = await citedBook('A [@grau; @roe].', authorDate);
    const languages: unknown[] = [];
    for (const { tree } of book.back)
      visit(tree, 'element', ({ data }) => {
        if (data.hName === 'li') languages.push(data.hProperties['lang']);
      });
    expect(languages).toEqual(['de', undefined]);
  });
});

it('has the words of the locale for those whom a bibliography does not name', async () => {
  const bib =
    '@book{sea, author = {Reef, Ben and Shore, Ada and others}, title = {Sea}, year = 1999}\n@book{land, author = {Roe, Jane and others}, title = {Land}, year = 2000}';
  const { text, works } = await citedBook('A [@sea]. B [@land].', authorDate, { files: { 'refs.bib': bib } });
  expect(text).toEqual(['A (Reef, Shore, et al. 1999). B (Roe et al. 2000).']);
  expect(works.join(' ')).not.toMatch(/others|\uE0F5|and et al/);
  expect(works.join(' ')).toContain('Roe, Jane et al. 2000');
});

it('leaves the trees it is given as they are', async () => {
  const { book } = await citedBook('A [@roe].', authorDate);
  const again = await citedBook('A [@roe].', authorDate);
  expect(again.book.body[0]?.tree).toEqual(book.body[0]?.tree);
});

it('leads to addresses as they are, however publishers write them', async () => {
  const { book, works } = await citedBook('A [@sici].', '{ bibliography: sici.bib }', {
    files: {
      'sici.bib':
        '@article{sici, author={Roe, Rita}, title={Ships}, journal={Sea}, year=2000, doi={10.1/(sici)&#60;1::aid&#62;3.0}}',
    },
  });
  expect(works).toEqual(['Roe, Rita. 2000. “Ships.” Sea. https://doi.org/10.1/(sici)<1::aid>3.0.']);
  const addresses: string[] = [];
  for (const { tree } of sections(book)) visit(tree, 'link', ({ url }) => void addresses.push(url));
  expect(addresses).toContain('https://doi.org/10.1/(sici)<1::aid>3.0');
});
