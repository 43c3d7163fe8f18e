import type { Root, RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import type { Book, Section } from '../../../src/book/book.ts';
import type { NotesSettings } from '../../../src/book/metadata.ts';
import type { ElementNode, NoteList } from '../../../src/book/nodes.ts';
import { attachEndnotes } from '../../../src/matter/notes/endnotes.ts';
import { makeMdastBook, makeNote, makeNotes, makeSection, toHtml } from '../../builders/mdast-book.ts';

function twoChapters(settings: Partial<NotesSettings>, language?: string): Book {
  const rest = language === undefined ? {} : { language };
  const body = [makeSection('one', 'A{a} and {m1}, {m2}.', rest), makeSection('two', '{m3}')];
  const notes = ['a', 'm1', 'm2'].map((id) => makeNote(id, 'one'));
  return attachEndnotes(
    makeMdastBook({ body, notes: [...notes, makeNote('m3', 'two')] }, makeNotes(settings)),
  );
}

/** The sections of notes at the end of a section of the body: the element without its list, and the list. */
function listsOf(book: Book, index: number): Array<{ shell: string; list: string }> {
  const { tree } = book.body[index] as Section;
  const lists = tree.children.filter((node): node is ElementNode => node.type === 'element');
  return lists.map((node) => {
    const isList = (child: RootContent): child is NoteList => child.type === 'noteList';
    const rest = node.children.filter((child) => !isList(child));
    const root: Root = { type: 'root', children: [{ ...node, children: rest }] };
    const list = node.children.find(isList);
    const items = list?.children.map(({ number, noteId }) => `${number} ${noteId}`).join(', ');
    return { shell: toHtml(root), list: `${list?.series} ${list?.start} ${items}` };
  });
}

describe('attachNotesOfSections', () => {
  it('puts marked notes at the foot of their section though the others go to the back', () => {
    const book = twoChapters({ place: 'book' });
    expect(listsOf(book, 0)).toEqual([
      {
        shell:
          '<section id="one--marked-notes" class="marked-notes" epub:type="endnotes" role="doc-endnotes" ' +
          'aria-label="Notes"></section>',
        list: 'marked 1 * m1, † m2',
      },
    ]);
    expect(listsOf(book, 1).map(({ list }) => list)).toEqual(['marked 1 * m3']);
    expect(book.back.map(({ role }) => role)).toEqual(['endnotes']);
  });

  it('place chapter: has the marked notes before the numbered ones, under different names', () => {
    const [marked, numbered] = listsOf(twoChapters({ place: 'chapter' }), 0);
    expect(marked?.list).toBe('marked 1 * m1, † m2');
    expect(marked?.shell).toContain(' aria-label="Notes *–†"></section>');
    expect(numbered).toEqual({
      shell:
        '<section id="one--notes" class="section-notes" epub:type="endnotes" role="doc-endnotes" ' +
        'aria-labelledby="one--notes-title"><h2 id="one--notes-title">Notes</h2></section>',
      list: 'numbered 1 1 a',
    });
  });

  it('heads marked notes where the book has a title for them', () => {
    const book = twoChapters({ marked: { signs: 'letters', title: 'Editor’s notes' } });
    expect(listsOf(book, 0)).toEqual([
      {
        shell:
          '<section id="one--marked-notes" class="marked-notes" epub:type="endnotes" role="doc-endnotes" ' +
          'aria-labelledby="one--marked-notes-title"><h2 id="one--marked-notes-title">Editor’s notes</h2></section>',
        list: 'marked 1 a m1, b m2',
      },
    ]);
  });

  it('place foot: marks the lists for paper, and heads those of e-books', () => {
    const lists = listsOf(twoChapters({ place: 'foot', marked: { place: 'foot', signs: 'symbols' } }), 0);
    expect(lists.map(({ list }) => list)).toEqual(['marked 1 * m1, † m2', 'numbered 1 1 a']);
    expect(lists[0]?.shell).toContain(' class="marked-notes foot-notes"');
    expect(lists[1]?.shell).toContain(' class="section-notes foot-notes"');
    expect(lists[1]?.shell).toContain('<h2 id="one--notes-title" data-product="epub">Notes</h2>');
  });

  it('marks the second series alone where it alone stands at the foot', () => {
    const book = twoChapters({ place: 'book', marked: { place: 'foot', signs: 'symbols' } });
    expect(listsOf(book, 0).map(({ shell }) => shell)).toEqual([
      expect.stringContaining(' class="marked-notes foot-notes"'),
    ]);
    expect(book.back.map(({ role }) => role)).toEqual(['endnotes']);
  });

  it('names lists in the language of the book and keeps them in that of their section', () => {
    const { tree } = twoChapters({ place: 'chapter' }, 'de').body[0] as Section;
    const sections = tree.children.filter((node): node is ElementNode => node.type === 'element');
    expect(sections.map(({ data }) => data.hProperties['lang'])).toEqual(['en', 'en']);
    expect(sections.map(({ children }) => children.at(-1)?.data)).toEqual([
      { hProperties: { lang: 'de' } },
      { hProperties: { lang: 'de' } },
    ]);
  });
});
