import { describe, expect, it } from 'vitest';
import { parseText, withoutPositions } from './tree.ts';

describe('remarkCollectNotes', () => {
  it('lifts notes out and leaves marks with anchors of their own', () => {
    const { tree, book } = parseText('A[^Näh] b[^Näh].\n\n[^Näh]: The *text*.\n\n    More.');
    expect(withoutPositions(tree.children)).toEqual([
      {
        type: 'paragraph',
        children: [
          { type: 'text', value: 'A' },
          { type: 'noteReference', label: 'Näh', noteId: 'one--note-nah', anchor: 'one--note-nah-mark' },
          { type: 'text', value: ' b' },
          { type: 'noteReference', label: 'Näh', noteId: 'one--note-nah', anchor: 'one--note-nah-mark-2' },
          { type: 'text', value: '.' },
        ],
      },
    ]);
    expect(book.notes).toMatchObject([{ id: 'one--note-nah', label: 'Näh', section: 'one' }]);
    expect(book.notes[0]?.tree.children).toHaveLength(2);
  });

  it('finds marks in notes, tables, headings and quotations', () => {
    const { book, messages } = parseText(
      '## H[^1]\n\n| a[^2] |\n|--|\n| b |\n\n> q[^3]\n\n[^1]: x[^4]\n[^2]: x\n[^3]: x\n\n> [^4]: nested in a quotation',
    );
    expect(messages).toEqual([]);
    expect(book.notes).toHaveLength(4);
    expect(book.body[0]?.headings).toEqual([{ id: 'one--h', depth: 2, text: 'H' }]);
  });

  it('sees an undefined mark through inline markup, at its place', () => {
    const { messages } = parseText(
      '*A `[^c]` <b title="[^h]"> [^b]* [l [^l]](https://e.org/[^u]) \\[^e]\n> and [^d]',
    );
    expect(messages.map(({ rule, line, column }) => [rule, line, column])).toEqual([
      ['note-undefined', 3, 28],
      ['note-undefined', 3, 37],
      ['note-undefined', 4, 7],
    ]);
  });

  it('sees one beside an address that GFM found in the text', () => {
    const { messages } = parseText('Write to a@example.org now.[^x]');
    expect(messages).toMatchObject([{ rule: 'note-undefined', line: 3, column: 28 }]);
  });
});
