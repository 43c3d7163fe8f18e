import { describe, expect, it } from 'vitest';
import { citations, marksIn, parseBook, texts } from '../notes.ts';

function parse(text: string) {
  const parsed = parseBook({ 'a.md': `# A\n\n${text}` }, { style: 'bracketed' });
  const tree = parsed.book.body[0]!.tree;
  return {
    ...parsed,
    notes: texts(parsed.book),
    marks: marksIn(tree).map(({ label }) => label),
    blocks: tree.children.map(({ type }) => type),
    columns: marksIn(tree).map(({ position }) => position?.start.column),
  };
}

describe('remarkBracketedNotes', () => {
  it.each([
    ['paragraphs', '[1] *Die Welt*, 2015.\n\n[2] Carnegie.'],
    ['soft lines', '[1] *Die Welt*, 2015.\n[2] Carnegie.'],
    ['hard lines', '[1] *Die Welt*, 2015.\\\n[2] Carnegie.'],
    ['lines with spaces behind', '[1] *Die Welt*, 2015.  \n[2] Carnegie.'],
    ['list items', '- [1] *Die Welt*, 2015.\n- [2] Carnegie.'],
    ['a thematic break', '---\n\n[1] *Die Welt*, 2015.\n\n[2] Carnegie.'],
    ['[hr] of its own', '[hr]\n\n[1] *Die Welt*, 2015.\n\n[2] Carnegie.'],
    ['[hr] before the first', '[hr][1] *Die Welt*, 2015.\n\n[2] Carnegie.'],
    ['[hr] on a line above', '[hr]\n[1] *Die Welt*, 2015.\n[2] Carnegie.'],
    ['a heading', '## Примітки\n\n[1] *Die Welt*, 2015.\n\n[2] Carnegie.'],
    ['a heading and a break', '## Notes\n\n***\n\n[1] *Die Welt*, 2015.\n\n[2] Carnegie.'],
    ['escaped brackets', '\\[1\\] *Die Welt*, 2015.\n\n\\[2\\] Carnegie.'],
    ['no space', '[1]*Die Welt*, 2015.\n\n[2]Carnegie.'],
    ['colons', '[1]: *Die Welt*, 2015.\n\n[2]: Carnegie.'],
    ['links of a word processor', '[[1]](#_ftnref1) *Die Welt*, 2015.\n\n[[2]](#_ftnref2) Carnegie.'],
  ])('reads entries as %s', (_, entries) => {
    const { notes, marks, blocks, messages } = parse(`One[1] and two.[2]\n\n${entries}\n`);
    expect(messages).toEqual([]);
    expect(notes).toEqual(['1: Die Welt, 2015.', '2: Carnegie.']);
    expect(marks).toEqual(['1', '2']);
    expect(blocks).toEqual(['paragraph']);
  });

  it.each([
    ['One[1].', [4]],
    ['One\\[1\\] and[1].', [4, 13]],
    ['*One [1]* **&amp; [1]**', [6, 19]],
    ['One<sup>[1]</sup>.', [9]],
    ['One[[1]](#_ftn1) two [1](https://e.org/a#_ftn1)', [4, 22]],
    ['> One[1]\n> and [1]', [6, 7]],
    ['| [1] |\n|--|\n| x[1] |', [3, 4]],
    ['## One[1]', [7]],
  ])('reads marks in %s', (text, columns) => {
    const found = parse(`${text}\n\n[1] Source.`);
    expect(found.messages).toEqual([]);
    expect(found.columns).toEqual(columns);
  });

  it('keeps inline markup, blocks and places of entries', () => {
    const { book } = parse('One[1], two[2].\n\n[1] See *A*,\nand **B**.\n[2] C.\n\n- [3] x');
    expect(book.notes[0]?.tree.children).toMatchObject([
      {
        children: [
          { value: 'See ' },
          { type: 'emphasis' },
          { value: ',' },
          { value: '\n' },
          { value: 'and ' },
          { type: 'strong' },
          { value: '.' },
        ],
      },
    ]);
    expect(book.notes.map(({ tree }) => tree.position?.start)).toMatchObject([
      { line: 5, column: 1 },
      { line: 7, column: 1 },
      { line: 9, column: 3 },
    ]);
  });

  it('reads several numbers in one pair of brackets', () => {
    const { marks, messages } = parse('One[1, 3] two[1-3].\n\n[1] a\n[2] b\n[3] c');
    expect(messages).toEqual([]);
    expect(marks).toEqual(['1', '3', '1', '2', '3']);
  });

  it('leaves years, code, links, formulas and \\[1] alone', () => {
    const { marks, messages } = parse(
      'In [1984] `a[1]` $a[1]$ [see [1]](https://e.org) [[1]](https://e.org) \\[1] but[1].\n\n[1] Source.',
    );
    expect(messages).toEqual([]);
    expect(marks).toEqual(['1']);
  });

  it('leaves text behind and between the entries in its place', () => {
    const { notes, blocks, messages } = parse(
      'One[1] two[2].\n\n***\n\n[1] Source.\n\nMore about it.\n\n[2] Source.\n\nThe author lives in Kyiv.',
    );
    expect(messages).toEqual([]);
    expect(notes).toEqual(['1: Source.', '2: Source.']);
    expect(blocks).toEqual(['paragraph', 'thematicBreak', 'paragraph', 'paragraph']);
  });

  it('leaves a paragraph that begins with a number where the text goes on', () => {
    const { notes, marks, messages } = parse(
      '[1], [2] and [1] agree.\n\nText.\n\n## Notes\n\n[1] a\n\n[2] b',
    );
    expect(messages).toEqual([]);
    expect(notes).toEqual(['1: a', '2: b']);
    expect(marks).toEqual(['1', '2', '1']);
  });

  it('splits text from the entries below it in one paragraph', () => {
    const { notes, blocks, messages } = parse('One[1].\n[hr]\n[1] Source.');
    expect(messages).toEqual([]);
    expect(notes).toEqual(['1: Source.']);
    expect(blocks).toEqual(['paragraph']);
  });

  it('keeps a heading that holds more, or follows the notes', () => {
    const { book } = parse('One[1].\n\n## Notes\n\n[1] a\n\nMore.\n\n## Author\n\nText.');
    expect(book.body[0]?.headings.map(({ text }) => text)).toEqual(['Notes', 'Author']);
  });

  it('reads an address that CommonMark takes for the definition of a link', () => {
    const { book, marks, messages } = parse(
      'One[1] [two][3].\n\n[1]: https://example.org/a_b\n[3]: https://example.org/c',
    );
    expect(messages).toEqual([]);
    expect(marks).toEqual(['1']);
    expect(texts(book)).toEqual(['1: https://example.org/a_b']);
    expect(book.notes[0]?.tree.children).toMatchObject([
      { children: [{ type: 'link', url: 'https://example.org/a_b' }] },
    ]);
  });

  it('reads footnotes in the same file under labels of their own', () => {
    const { notes, messages, book } = parse('One[1] two[^1].\n\n[^1]: Footnote.\n\n[1] Bracketed.');
    expect(messages).toEqual([]);
    expect(notes.toSorted()).toEqual(['1: Bracketed.', '1: Footnote.']);
    expect(new Set(book.notes.map(({ id }) => id)).size).toBe(2);
  });

  it('counts in each file anew', () => {
    const text = 'One[1].\n\n[1] Source.';
    const { book, messages } = parseBook(
      { 'a.md': `# A\n\n${text}`, 'b.md': `# B\n\n${text}` },
      { style: 'bracketed' },
    );
    expect(messages).toEqual([]);
    expect(citations(book)).toEqual(['a → a--note-1', 'b → b--note-1']);
  });

  it('reports entries that are missing, doubled, uncited or empty', () => {
    const { messages, places } = parse('One[9] two[1] three[4].\n\n[1] a\n\n[1] b\n\n[2] c\n\n[4]');
    expect(places).toEqual([
      'a.md:3:4 note-undefined',
      'a.md:7:1 note-duplicate',
      'a.md:9:1 note-unused',
      'a.md:11:1 note-empty',
    ]);
    expect(messages.map(({ reason }) => reason)).toEqual([
      'No note is defined for [9]',
      'The note [1] is defined in line 5 already',
      'No mark cites the note [2]',
      'The note [4] has no text',
    ]);
  });
});
