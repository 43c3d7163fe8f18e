import { describe, expect, it } from 'vitest';
import { citations, parseBook, texts } from '../notes.ts';
import { parseText } from '../tree.ts';

/** The notes of a chapter with this text, as `label: text`, and what is said. */
function notesOf(text: string): { notes: string[]; said: string[] } {
  const { book, messages } = parseText(text);
  return { notes: texts(book), said: messages.map(({ rule, column }) => `${rule} ${column}`) };
}

describe('remarkInlineNotes', () => {
  it.each([
    ['One.^[A note.] Two.', ['A note.']],
    [
      'One.^[*Die Welt*, see [here](https://a.org/) or [there], p. [3](#one "]").] Two.',
      ['Die Welt, see here or [there], p. 3.'],
    ],
    ['One.^[The code `a]b` and $[0, 1)$ stay.] Two.', ['The code a]b and [0,1) stay.']],
    ['One.^[ Blanks. ] Two.^[Another\non two lines.]', ['Blanks.', 'Another on two lines.']],
    ['*Emphasis^[A *note*.] around*, `^[code]`, \\^[escaped], and^\\[so].', ['A note.']],
    [
      '| a | b |\n|---|---|\n| c^[In a cell.] | d |\n\n- Item.^[In an item.]\n\n> Quoted.^[Quoted, too.]',
      ['In a cell.', 'In an item.', 'Quoted, too.'],
    ],
    ['One.^[Outer^[inner] rest.]', ['Outer rest.', 'inner']],
    ['文^[注一]字^[注二]。', ['注一', '注二']],
    ['One :smallcaps[two^[In capitals.] three].', ['In capitals.']],
  ])('reads %s', (text, expected) => {
    const { notes, said } = notesOf(text);
    expect(notes.map((note) => note.replace(/^inline \d+: /, ''))).toEqual(expected);
    expect(said).toEqual([]);
  });

  it.each([
    ['One.^[Never closed.', []],
    ['One.^[ ', []],
    ['Two[^1] and^[^1].\n\n[^1]: Text.', ['1: Text.']],
    ['文^[1]^字', []],
    ['`^[code]` and $x^[2]$ and \\^[escaped].', []],
  ])('finds none in %s', (text, expected) => {
    expect(notesOf(text).notes).toEqual(expected);
  });

  it('gives marks and notes in order, beside labels of the author', () => {
    const { book, messages } = parseBook({
      'a.md': '# A^[Title.]\n\nOne^[First.] two[^inline-1] three^[Third^[Inner.].].\n\n[^inline-1]: Second.',
    });
    expect(messages).toEqual([]);
    expect(citations(book)).toEqual([
      'a → a--note-inline-1-2',
      'a → a--note-inline-2',
      'a → a--note-inline-1',
      'a → a--note-inline-3',
    ]);
    expect(new Set(book.notes.map(({ id }) => id)).size).toBe(5);
  });

  it('puts notes of a file with markedNotes into that series, and knows those of the shared file', () => {
    const { book, messages } = parseBook(
      { 'a.md': { text: '# A\n\nOne^[In place.] and[^s].', frontMatter: { markedNotes: 'all' } } },
      { shared: '[^s]: Shared^[with one in place].' },
    );
    expect(messages).toEqual([]);
    expect(book.notes.map(({ series }) => series)).toEqual(['marked', 'numbered', 'numbered']);
  });

  it.each([
    ['[a link^[with a note] in it](https://a.org)', 'note-misplaced 8'],
    ['<p>Raw HTML^[with a note]</p>', 'note-misplaced 12'],
    ['![A picture^[with a note]](https://a.org/a.png)', 'note-misplaced 12'],
    ['One^[].', 'note-empty 4'],
  ])('says what is wrong in %s', (text, expected) => {
    expect(notesOf(text).said).toContain(expected);
  });

  it('reads as many as there are, and as many beginnings without an end', () => {
    expect(notesOf('a^[b] '.repeat(3000)).notes).toHaveLength(3000);
    expect(notesOf('a^[b '.repeat(3000)).notes).toEqual([]);
    expect(notesOf(`${'[b ^[c'.repeat(30)}${']'.repeat(60)}`).notes).toHaveLength(30);
  });
});
