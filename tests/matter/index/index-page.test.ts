import type { PhrasingContent } from 'mdast';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { sections, type Book, type Section } from '../../../src/book/book.ts';
import type { ConcordanceEntry } from '../../../src/book/concordance.ts';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import type { IndexMark } from '../../../src/book/nodes.ts';
import { attachEndnotes } from '../../../src/matter/notes/endnotes.ts';
import { attachIndex } from '../../../src/matter/index/index-page.ts';
import { makeMdastBook, makeNote, makeNotes, makeSection, toHtml } from '../../builders/mdast-book.ts';

type Traits = Partial<Omit<IndexMark, 'type' | 'data' | 'path'>>;

function mark(id: string, path: string, traits: Traits = {}): IndexMark {
  return {
    type: 'indexMark',
    data: { hName: 'span', hProperties: { id } },
    path: path.split(' > '),
    main: false,
    found: false,
    children: [],
    ...traits,
  };
}

/** A chapter with these marks, a paragraph each. */
function chapter(id: string, ...marks: PhrasingContent[]): Section {
  const section = makeSection(id);
  section.tree.children = marks.map((each) => ({ type: 'paragraph', children: [each] }));
  return section;
}

/** The index as HTML, for the e-book and without semantics. */
function htmlOf(book: Book): string {
  const index = sections(attachIndex(book)).find(({ role }) => role === 'index');
  return index === undefined
    ? ''
    : toHtml(index.tree)
        .replaceAll(/<span data-product="pdf print".*?<\/span>/g, '')
        .replaceAll(/ (?:epub:type|class|title|data-product)="[^"]*"/g, '')
        .replaceAll(/<\/?(?:div|span)[^>]*>/g, '');
}

function messages(book: Book, ...more: VFile[]): string[] {
  const complete = attachIndex(book);
  const files = [...sections(complete).map(({ file }) => file), ...more];
  return messagesOf(files).map(({ rule, reason }) => `${rule}: ${reason}`);
}

const declared = new VFile({ path: 'index.yaml' });

function entry(path: string, rest: Partial<ConcordanceEntry>): ConcordanceEntry {
  return { path: path.split(' > '), find: [], file: declared, ...rest };
}

describe('the index', () => {
  it('is there only where there are marks', () => {
    const book = makeMdastBook({ body: [makeSection('one', 'Text.')] });
    expect(attachIndex(book)).toBe(book);
  });

  it('lists terms and what is below them, with links to the marks', () => {
    const body = [
      chapter('one', mark('m1', 'whale'), mark('m2', 'whale > white')),
      chapter('two', mark('m3', 'whale'), mark('m4', '*Pequod*', { main: true })),
    ];
    expect(htmlOf(makeMdastBook({ body }))).toBe(
      '<ul><li><p><em>Pequod</em>, <a href="#m4">1</a></p></li></ul>' +
        '<ul><li><p>whale, <a href="#m1">1</a>, <a href="#m3">2</a></p>' +
        '<ul><li><p>white, <a href="#m2">1</a></p></li></ul></li></ul>',
    );
  });

  it('leaves to print a link for each mark, with what its number must say', () => {
    const body = [
      chapter('one', mark('m1', 'whale', { range: 'start' }), mark('m2', 'whale', { range: 'end' })),
      chapter('two', mark('m3', 'whale', { main: true })),
    ];
    const index = attachIndex(makeMdastBook({ body })).back.at(-1);
    expect(toHtml(index?.tree ?? { type: 'root', children: [] })).toContain(
      '<span data-product="pdf print" class="locators">, ' +
        '<a href="#m1" data-mark="m1" data-until="m2">–</a>, ' +
        '<a href="#m3" data-mark="m3" class="main">–</a></span>',
    );
  });

  it('names the note where a mark stands in one', () => {
    const note = makeNote('a', 'one');
    note.tree.children = [{ type: 'paragraph', children: [mark('m1', 'Jonah')] }];
    const book = makeMdastBook({ body: [makeSection('one', 'Text{a}.')], notes: [note] }, makeNotes());
    const complete = attachEndnotes(book);
    expect(htmlOf(complete)).toContain('Jonah, <a href="#m1">n1</a>');
    const persian = makeMdastBook(
      { body: [makeSection('one', 'Text{a}.')], notes: [note] },
      { ...makeNotes(), language: 'fa' },
    );
    expect(htmlOf(attachEndnotes(persian))).toContain('Jonah, <a href="#m1" dir="rtl">n۱</a>');
  });

  it('sends readers to other entries, with or without places of its own', () => {
    const body = [
      chapter('one', mark('m1', 'whale > white'), mark('m2', 'sea', { also: 'whale > white; whale' })),
      chapter('two', mark('m3', 'Leviathan', { see: 'whale' })),
    ];
    const html = htmlOf(makeMdastBook({ body }));
    expect(html).toContain(
      'sea, <a href="#m2">1</a>; see also <a href="#index--entry-1">whale: white</a>; ' +
        '<a href="#index--entry-2">whale</a>',
    );
    expect(html).toContain('Leviathan, see <a href="#index--entry-2">whale</a>');
    expect(html).toContain('<li id="index--entry-2"><p>whale</p><ul><li id="index--entry-1">');
  });

  it('gives of what a concordance found the first place in each section', () => {
    const found = { found: true };
    const body = [
      chapter('one', mark('m1', 'sea', found), mark('m2', 'sea', found)),
      chapter('two', mark('m3', 'sea', found)),
    ];
    const book = makeMdastBook({ body, concordance: [entry('sea', { find: ['sea'], sort: 'water' })] });
    expect(htmlOf(book)).toContain('sea, <a href="#m1">1</a>, <a href="#m3">2</a>');
  });

  it('stands last but for a colophon, and in the contents', () => {
    const body = [chapter('one', mark('m1', 'sea'))];
    const back = [makeSection('end', 'x', { role: 'colophon' })];
    const complete = attachIndex(makeMdastBook({ body, back }));
    expect(complete.back.map(({ role, toc }) => `${role} ${toc}`)).toEqual(['index true', 'colophon true']);
    expect(complete.back[0]?.title).toBe('Index');
  });

  it('follows the text of an author’s own section', () => {
    const body = [chapter('one', mark('m1', 'sea'))];
    const back = [makeSection('names', 'Of names.', { role: 'index' })];
    const complete = attachIndex(makeMdastBook({ body, back }));
    expect(complete.back).toHaveLength(1);
    expect(toHtml(complete.back[0]?.tree ?? { type: 'root', children: [] })).toMatch(/^<p>Of names.*sea/);
  });

  it('takes no mark twice where a title is said again', () => {
    const section = chapter('one', mark('m1', 'sea'));
    const again = { ...mark('m1', 'sea'), data: { hName: 'span' as const, hProperties: {} } };
    section.tree.children.push({ type: 'paragraph', children: [again] });
    expect(htmlOf(makeMdastBook({ body: [section] }))).toContain('sea, <a href="#m1">1</a></p>');
  });
});

describe('messages about the index', () => {
  it('tell of references that lead nowhere, to themselves, or on', () => {
    const body = [
      chapter(
        'one',
        mark('m1', 'sea', { also: 'lake; sea' }),
        mark('m2', 'ocean', { see: 'sea' }),
        mark('m3', 'main', { see: 'ocean' }),
      ),
    ];
    expect(messages(makeMdastBook({ body }))).toEqual([
      'index-see: "main" sends readers to "ocean", which sends them on',
      'index-see: "sea" sends readers to "lake", which is no entry of the index',
      'index-see: "sea" sends readers to itself',
    ]);
  });

  it('tell of passages that lack an end, and of none that has both', () => {
    const body = [
      chapter('one', mark('a', 'x', { range: 'start' }), mark('b', 'y', { range: 'start' })),
      chapter('two', mark('c', 'x', { range: 'end' }), mark('d', 'z', { range: 'end' })),
    ];
    expect(messages(makeMdastBook({ body }))).toEqual([
      'index-range: The passage on "y" begins here and ends nowhere',
      'index-range: The passage on "z" ends here and begins nowhere',
    ]);
  });

  it('tell of too many places, but not where passages or principal places tell them apart', () => {
    const many = (path: string, traits: Traits = {}) =>
      Array.from({ length: 11 }, (_, index) => mark(`${path}${index}`, path, traits));
    const body = [chapter('one', ...many('sea'), ...many('whale', { main: true }), ...many('ship').slice(1))];
    expect(messages(makeMdastBook({ body }))).toEqual([
      'index-crowded: The entry "sea" has 11 places that nothing tells apart',
    ]);
  });

  it('tell of entries that look like one, at every level', () => {
    const body = [
      chapter(
        'one',
        mark('a', 'Whale'),
        mark('b', 'whales'),
        mark('c', 'sea > deep'),
        mark('d', 'sea > déep'),
      ),
    ];
    expect(messages(makeMdastBook({ body }))).toEqual([
      'index-near: The entries "Whale" and "whales" look like one',
      'index-near: The entries "sea > deep" and "sea > déep" look like one',
    ]);
  });

  it('tell of entries nothing was found for', () => {
    const book = makeMdastBook({
      body: [chapter('one', mark('a', 'sea', { found: true }))],
      concordance: [entry('sea', { find: ['sea'] }), entry('lake', { find: ['lake'] })],
    });
    expect(messages(book, declared)).toEqual(['index-unfound: Nothing in the book was found for "lake"']);
  });
});
