import { describe, expect, it } from 'vitest';
import { citations, marksIn, parseBook, texts } from '../notes.ts';

describe('the shared file of notes', () => {
  it('holds notes that any chapter may cite, and each other', () => {
    const { book, messages } = parseBook(
      { 'a.md': '# A\n\nOne[^gulls].', 'b.md': '# B\n\nTwo[^gulls] and[^1].\n\n[^1]: Own.' },
      { shared: '# Notes\n\n<!-- all -->\n\n[^gulls]: Nine.[^quay]\n\n    *Of them.*\n\n[^quay]: Oak.' },
    );
    expect(messages).toEqual([]);
    expect(citations(book)).toEqual(['a → shared--note-gulls', 'b → shared--note-gulls', 'b → b--note-1']);
    expect(texts(book)).toEqual(['1: Own.', 'gulls: Nine. | Of them.', 'quay: Oak.']);
    expect(book.notes.map((note) => note.section)).toEqual(['b', undefined, undefined]);
    expect(book.notes.map((note) => note.file.path)).toEqual(['b.md', 'notes.md', 'notes.md']);
    const anchors = book.body.flatMap(({ tree }) => marksIn(tree)).map(({ anchor }) => anchor);
    expect(new Set(anchors).size).toBe(3);
  });

  it('gives way to a note of the chapter, which is reported', () => {
    const { book, messages } = parseBook(
      { 'a.md': '# A\n\nOne[^X].\n\n[^X]: Own.' },
      { shared: '# Notes\n\n[^x]: Shared.' },
    );
    expect(citations(book)).toEqual(['a → a--note-x']);
    expect(messages).toMatchObject([
      {
        rule: 'note-duplicate',
        file: 'a.md',
        line: 5,
        reason: 'The note [^X] is defined in notes.md, line 3, already',
      },
    ]);
  });

  it('reports notes that no chapter cites, and text that is no note', () => {
    const { places } = parseBook(
      { 'a.md': '# A\n\nText.' },
      { shared: 'Text.\n\n[^x]: Note.\n\n> [^y]: Note.\n\n***' },
    );
    expect(places).toEqual([
      'notes.md:1:1 notes-file',
      'notes.md:3:1 note-unused',
      'notes.md:5:1 notes-file',
      'notes.md:5:3 note-unused',
      'notes.md:7:1 notes-file',
    ]);
  });

  it('resolves links from where it lies, and is no target itself', () => {
    const { book, places } = parseBook(
      { 'a.md': '# A\n\nOne[^x]. [Notes](notes.md)\n\n## Notes' },
      { shared: '# Notes\n\n[^x]: See [A](a.md#notes).' },
    );
    expect(places).toEqual(['a.md:3:10 link-target']);
    expect(book.notes[0]?.tree.children).toMatchObject([
      { children: [{}, { type: 'link', url: '#a--notes-2' }, {}] },
    ]);
  });

  it('has a language and a series of its own', () => {
    const { book } = parseBook(
      { 'a.md': '# A\n\nOne[^x], two[^y].' },
      {
        shared: '[^x]: "Ja"\n\n[^y]: Nein',
        sharedFrontMatter: { language: 'de', markedNotes: ['y'] },
      },
    );
    expect(texts(book)[0]).toBe('x: „Ja“');
    expect(book.notes.map(({ language, series }) => [language, series])).toEqual([
      ['de', 'numbered'],
      ['de', 'marked'],
    ]);
    expect(marksIn(book.body[0]!.tree).map(({ series }) => series)).toEqual(['numbered', 'marked']);
  });

  it('has ids that meet none of a chapter of its name', () => {
    const { book, messages } = parseBook(
      { 'shared.md': '# A\n\nOne[^x], two[^y].\n\n[^x]: Own.' },
      { shared: '[^y]: Shared.' },
    );
    expect(messages).toEqual([]);
    expect(new Set([book.body[0]?.id, ...book.notes.map(({ id }) => id)]).size).toBe(3);
  });
});
