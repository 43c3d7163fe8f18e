import { toString } from 'mdast-util-to-string';
import type { Root, RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import type { Book, Section } from '../../../src/book/book.ts';
import type { NotesSettings } from '../../../src/book/metadata.ts';
import type { NoteList } from '../../../src/book/nodes.ts';
import { attachEndnotes } from '../../../src/matter/notes/endnotes.ts';
import {
  makeMdastBook,
  makeNote,
  makeNotes,
  makeSection,
  makeSharedNote,
  markNumbers,
  toHtml,
} from '../../builders/mdast-book.ts';

function twoChapters(notes: Partial<NotesSettings>, parts: Partial<Book> = {}): Book {
  const body = [
    makeSection('one', 'A{b} and {a}.', { number: '1', titled: 'Loo*mings*' }),
    makeSection('two', 'Nothing.', { number: '2' }),
    makeSection('three', 'C{c}.', { number: '3' }),
  ];
  const defined = [makeNote('a', 'one'), makeNote('b', 'one'), makeNote('c', 'three')];
  return makeMdastBook({ body, notes: defined, ...parts }, makeNotes(notes));
}

/** Headings as `# text`, lists as their numbers with note ids and citations. */
function outline(tree: Root | { children: RootContent[] }): string[] {
  return tree.children.flatMap((node): string[] => {
    if (node.type === 'element') return outline(node);
    if (node.type === 'heading') return [`# ${toString(node)}`];
    if (node.type === 'noteList') return [`from ${node.start}`, ...items(node)];
    return [];
  });
}

function items({ children }: NoteList): string[] {
  return children.map(
    ({ number, noteId, citations }) => `${number} ${noteId} cited at ${citations.join(', ')}`,
  );
}

function endnotes(book: Book): Section {
  const found = book.back.find(({ role }) => role === 'endnotes');
  if (found === undefined) throw new Error('No endnotes');
  return found;
}

describe('attachEndnotes', () => {
  it('place book, numbering book: runs the numbers through, grouped by section', () => {
    const book = attachEndnotes(twoChapters({ place: 'book', numbering: 'book' }));
    expect(outline(endnotes(book).tree)).toEqual([
      '# 1 Loomings',
      'from 1',
      '1 b cited at one:b@1',
      '2 a cited at one:a@2',
      '# 3 three',
      'from 3',
      '3 c cited at three:c@1',
    ]);
    expect(book.body.flatMap(({ tree }) => markNumbers(tree))).toEqual(['1', '2', '3']);
    expect(book.notes.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  });

  it('place book, numbering chapter: begins anew in each section', () => {
    const book = attachEndnotes(twoChapters({ place: 'book', numbering: 'chapter' }));
    expect(outline(endnotes(book).tree)).toEqual([
      '# 1 Loomings',
      'from 1',
      '1 b cited at one:b@1',
      '2 a cited at one:a@2',
      '# 3 three',
      'from 1',
      '1 c cited at three:c@1',
    ]);
  });

  it.each([
    ['book', 'from 3', '3'],
    ['chapter', 'from 1', '1'],
  ] as const)(
    'place chapter, numbering %s: ends each citing section with its notes',
    (numbering, from, number) => {
      const book = attachEndnotes(twoChapters({ place: 'chapter', numbering }));
      expect(book.back).toEqual([]);
      const [one, two, three] = book.body as [Section, Section, Section];
      expect(outline(one.tree)).toEqual([
        '# Notes',
        'from 1',
        '1 b cited at one:b@1',
        '2 a cited at one:a@2',
      ]);
      expect(outline(two.tree)).toEqual([]);
      expect(outline(three.tree)).toEqual(['# Notes', from, `${number} c cited at three:c@1`]);
      expect(markNumbers(three.tree)).toEqual([number]);
      expect(three.headings).toEqual([]);
    },
  );

  it('marks the notes of a chapter as a labelled endnotes section', () => {
    const body = [makeSection('one', 'A{a}.')];
    const book = makeMdastBook(
      { body, notes: [makeNote('a', 'one')] },
      makeNotes({ place: 'chapter', numbering: 'book' }),
    );
    const section = attachEndnotes(book).body[0]?.tree.children.at(-1) as RootContent;
    const { children, ...shell } = section as Extract<RootContent, { type: 'element' }>;
    expect(shell.data.hName).toBe('section');
    expect(toHtml({ type: 'root', children: [{ ...shell, children: children.slice(0, 1) }] })).toBe(
      '<section id="one--notes" class="section-notes" epub:type="endnotes" role="doc-endnotes" aria-labelledby="one--notes-title">' +
        '<h2 id="one--notes-title">Notes</h2></section>',
    );
  });

  it('keeps clear of a heading that already has the id of the notes', () => {
    const headings = [{ id: 'one--notes', depth: 2 as const, text: 'Notes' }];
    const body = [makeSection('one', 'A{a}.', { headings })];
    for (const place of ['book', 'chapter'] as const) {
      const book = makeMdastBook(
        { body, notes: [makeNote('a', 'one')] },
        makeNotes({ place, numbering: 'chapter' }),
      );
      expect(JSON.stringify(attachEndnotes(book))).toContain('"id":"one--notes-2"');
    }
  });

  it('leaves a single list ungrouped when one section cites and numbers run through the book', () => {
    const body = [makeSection('one', 'A{a}.')];
    const book = attachEndnotes(makeMdastBook({ body, notes: [makeNote('a', 'one')] }));
    expect(outline(endnotes(book).tree)).toEqual(['from 1', '1 a cited at one:a@1']);
  });

  it('links a group to its section, without the note marks of the title', () => {
    const titled = { titled: '*Whales*{a}', number: '4' };
    const body = [makeSection('one', '', titled), makeSection('two', '{b}')];
    const book = attachEndnotes(makeMdastBook({ body, notes: [makeNote('a', 'one'), makeNote('b', 'two')] }));
    const [heading] = endnotes(book).tree.children as [RootContent];
    expect(toHtml({ type: 'root', children: [heading] })).toBe(
      '<h2 id="one--notes"><a href="#one"><span class="number">4</span> ' +
        '<span class="title"><em>Whales</em></span></a></h2>',
    );
    expect(endnotes(book).headings).toEqual([]);
  });

  it('gives one number to a note cited several times and collects its marks', () => {
    const body = [makeSection('one', 'A{a} b{b} a{a}.', { titled: 'T{a}' })];
    const notes = [makeNote('a', 'one'), makeNote('b', 'one', 'See {a}.')];
    const book = attachEndnotes(makeMdastBook({ body, notes }));
    expect(outline(endnotes(book).tree).slice(1)).toEqual([
      '1 a cited at one.title:a@1, one:a@1, one:a@3, b:a@1',
      '2 b cited at one:b@2',
    ]);
    expect(markNumbers(book.body[0]?.tree as Root)).toEqual(['1', '2', '1']);
  });

  it('places notes cited inside notes after the section’s own, breadth first', () => {
    const body = [makeSection('one', '{a} {b}'), makeSection('two', '{z}')];
    const notes = [
      makeNote('a', 'one', 'See {c}, {d}.'),
      makeNote('b', 'one', 'See {e}.'),
      makeNote('c', 'one', 'See {f}.'),
      makeNote('d', 'one'),
      makeNote('e', 'one'),
      makeNote('f', 'one'),
      makeNote('z', 'two'),
    ];
    const book = attachEndnotes(makeMdastBook({ body, notes }));
    expect(book.notes.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'z']);
    expect(book.notes.flatMap(({ tree }) => markNumbers(tree))).toEqual(['3', '4', '5', '6']);
    const lists = endnotes(book).tree.children.filter((node) => node.type === 'noteList');
    expect(lists.map(({ start, children }) => [start, children.length])).toEqual([
      [1, 6],
      [7, 1],
    ]);
    const inner = lists[0]?.children[0]?.children ?? [];
    expect(markNumbers({ type: 'root', children: inner })).toEqual(['3', '4']);
  });

  it('numbers notes that cite themselves or each other once', () => {
    const body = [makeSection('one', '{a}')];
    const notes = [makeNote('a', 'one', 'See {a}, {b}.'), makeNote('b', 'one', 'See {a}.')];
    const book = attachEndnotes(makeMdastBook({ body, notes }));
    expect(outline(endnotes(book).tree)).toEqual([
      'from 1',
      '1 a cited at one:a@1, a:a@1, b:a@1',
      '2 b cited at a:b@2',
    ]);
  });

  it('changes nothing in the book given and shares what has no marks', () => {
    const book = twoChapters({ place: 'chapter', numbering: 'book' });
    const before = JSON.stringify(book);
    const after = attachEndnotes(book);
    expect(JSON.stringify(book)).toBe(before);
    expect(after.body[1]).toBe(book.body[1]);
  });

  it('returns a book without notes as it is', () => {
    const book = makeMdastBook({ body: [makeSection('one', 'Nothing.')] });
    expect(attachEndnotes(book)).toBe(book);
  });

  it('stands after the appendix and before index and colophon', () => {
    const back = (['appendix', 'index', 'colophon'] as const).map((role) => makeSection(role, '', { role }));
    const book = attachEndnotes(twoChapters({ place: 'book', numbering: 'book' }, { back }));
    expect(book.back.map(({ role }) => role)).toEqual(['appendix', 'endnotes', 'index', 'colophon']);
    expect(endnotes(book)).toMatchObject({ id: 'notes', title: 'Notes', toc: true, untitled: false });
  });

  it('fills an endnotes section of the author’s own after its text', () => {
    const back = [makeSection('sources', 'On the sources.', { role: 'endnotes' })];
    const book = attachEndnotes(twoChapters({ place: 'book', numbering: 'book' }, { back }));
    expect(book.back.map(({ id }) => id)).toEqual(['sources']);
    expect(toString(endnotes(book).tree.children[0])).toBe('On the sources.');
    expect(outline(endnotes(book).tree)).toHaveLength(7);
  });

  it('stands where the book asks, or in the usual place where there is no such section', () => {
    const back = (['appendix', 'bibliography', 'index'] as const).map((role) =>
      makeSection(role, '', { role }),
    );
    const rolesOf = (before: NotesSettings['before']): string[] =>
      attachEndnotes(twoChapters({ ...(before && { before }) }, { back })).back.map(({ role }) => role);
    expect(rolesOf('bibliography')).toEqual(['appendix', 'endnotes', 'bibliography', 'index']);
    expect(rolesOf('appendix')).toEqual(['endnotes', 'appendix', 'bibliography', 'index']);
    expect(rolesOf('glossary')).toEqual(['appendix', 'bibliography', 'endnotes', 'index']);
  });

  it('bears the title of the book’s choice, also in chapters, and is introduced', () => {
    const settings = { title: 'Anmerkungen', introduction: 'Page numbers are\nof 1851.' };
    const section = endnotes(attachEndnotes(twoChapters(settings)));
    expect(section).toMatchObject({ id: 'notes', title: 'Anmerkungen' });
    expect(toHtml({ type: 'root', children: section.tree.children.slice(0, 1) })).toBe(
      '<p class="notes-introduction">Page numbers are of 1851.</p>',
    );
    const chapters = attachEndnotes(twoChapters({ ...settings, place: 'chapter' })).body;
    expect(outline((chapters[0] as Section).tree)[0]).toBe('# Anmerkungen');
    expect(JSON.stringify(chapters)).not.toContain('1851');
  });

  it('introduces the notes after the text of the author’s own section, under its own title', () => {
    const back = [makeSection('sources', 'On the sources.', { role: 'endnotes' })];
    const settings = { title: 'Anmerkungen', introduction: 'Of 1851.' };
    const section = endnotes(attachEndnotes(twoChapters(settings, { back })));
    expect(section.title).toBe('sources');
    expect(section.tree.children.slice(0, 2).map((node) => toString(node))).toEqual([
      'On the sources.',
      'Of 1851.',
    ]);
  });

  it('makes room in all lists of the section for the longest number', () => {
    const many = Array.from({ length: 100 }, (_, index) => `n${index}`);
    const body = [makeSection('one', '{a}'), makeSection('two', many.map((id) => `{${id}}`).join(' '))];
    const notes = [makeNote('a', 'one'), ...many.map((id) => makeNote(id, 'two'))];
    const book = attachEndnotes(makeMdastBook({ body, notes }));
    const lists = endnotes(book).tree.children.filter((node) => node.type === 'noteList');
    expect(lists.map(({ digits }) => digits)).toEqual([3, 3]);
  });

  it('lists a shared note where it is cited first, with every mark, in its own language', () => {
    const body = [
      makeSection('one', '{a} {s}', { language: 'de', number: '1' }),
      makeSection('two', '{s} {b}', { number: '2' }),
    ];
    const notes = [makeSharedNote('s'), makeNote('a', 'one'), makeNote('b', 'two', 'See {s}.')];
    const book = attachEndnotes(makeMdastBook({ body, notes }, makeNotes({ numbering: 'chapter' })));
    expect(outline(endnotes(book).tree)).toEqual([
      '# 1 one',
      'from 1',
      '1 a cited at one:a@1',
      '2 s cited at one:s@2, two:s@1, b:s@1',
      '# 2 two',
      'from 1',
      '1 b cited at two:b@2',
    ]);
    const list = endnotes(book).tree.children.find((node) => node.type === 'noteList');
    expect(list?.data).toEqual({ hProperties: { lang: 'de' } });
    expect(list?.children.map(({ data }) => data)).toEqual([undefined, { hProperties: { lang: 'en' } }]);
  });

  it('makes no section where all notes are marked', () => {
    const book = makeMdastBook({ body: [makeSection('one', '{m}')], notes: [makeNote('m', 'one')] });
    expect(attachEndnotes(book).back).toEqual([]);
  });

  it('takes another id where the author has a section named notes', () => {
    const book = twoChapters({ place: 'book', numbering: 'book' }, { front: [makeSection('notes')] });
    expect(endnotes(attachEndnotes(book)).id).toBe('notes-2');
  });

  it('names the language of notes and headings that are not in the language around them', () => {
    const body = [makeSection('one', '{a}', { language: 'de' }), makeSection('two', '{b}')];
    const notes = [makeNote('a', 'one'), makeNote('b', 'two')];
    const [heading, list, other] = endnotes(attachEndnotes(makeMdastBook({ body, notes }))).tree.children;
    expect(heading?.data).toEqual({ hProperties: { id: 'one--notes', lang: 'de' } });
    expect(list?.data).toEqual({ hProperties: { lang: 'de' } });
    expect(other?.data).toEqual({ hProperties: { id: 'two--notes' } });
    const inChapter = makeMdastBook({ body, notes }, makeNotes({ place: 'chapter', numbering: 'chapter' }));
    const appended = attachEndnotes(inChapter).body[0]?.tree.children.at(-1) as RootContent;
    expect(JSON.stringify(appended)).toContain('"lang":"en"');
  });
});
