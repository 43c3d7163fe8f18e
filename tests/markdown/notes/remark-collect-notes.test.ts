import { toString } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { citations, marksIn, parseBook, texts } from '../notes.ts';
import { parseText, withoutPositions } from '../tree.ts';

describe('remarkCollectNotes', () => {
  it('lifts notes out and leaves marks with anchors of their own', () => {
    const mark = { type: 'noteReference', series: 'numbered', label: 'Näh', noteId: 'one--note-nah' };
    const { tree, book } = parseText('A[^Näh] b[^Näh].\n\n[^Näh]: The *text*.\n\n    More.');
    expect(withoutPositions(tree.children)).toEqual([
      {
        type: 'paragraph',
        children: [
          { type: 'text', value: 'A' },
          { ...mark, anchor: 'one--note-nah-mark' },
          { type: 'text', value: ' b' },
          { ...mark, anchor: 'one--note-nah-mark-2' },
          { type: 'text', value: '.' },
        ],
      },
    ]);
    expect(book.notes).toMatchObject([{ id: 'one--note-nah', label: 'Näh', section: 'one' }]);
    expect(book.notes[0]?.tree.children).toHaveLength(2);
  });

  it.each(['<!-- to do -->', '<!-- to --> <!-- do -->', '\n    <!-- to\n    do -->'])(
    'finds no text in %j, and has a sign in its place',
    (comment) => {
      const { book, messages } = parseText(`A[^a] b[^b].\n\n[^a]: ${comment}\n\n[^b]: Text <!-- to do -->`);
      expect(messages.map(({ rule, line }) => `${rule} ${line}`)).toEqual(['note-empty 5']);
      expect(book.notes.map(({ tree }) => toString(tree, { includeHtml: false }).trim())).toEqual([
        '…',
        'Text',
      ]);
    },
  );

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
      ['note-misplaced', 3, 37],
      ['note-undefined', 3, 37],
      ['note-undefined', 4, 7],
    ]);
  });

  it('sees one beside an address that GFM found in the text', () => {
    const { messages } = parseText('Write to a@example.org now.[^x]');
    expect(messages).toMatchObject([{ rule: 'note-undefined', line: 3, column: 28 }]);
  });
});

describe('the scope of labels', () => {
  it('is the file: [^1] in two files are two notes', () => {
    const { book, messages } = parseBook({
      'a.md': '# A\n\nOne[^1].\n\n[^1]: In A.',
      'b.md': '# B\n\nTwo[^1].\n\n[^1]: In B.',
    });
    expect(messages).toEqual([]);
    expect(citations(book)).toEqual(['a → a--note-1', 'b → b--note-1']);
    expect(texts(book)).toEqual(['1: In A.', '1: In B.']);
  });

  it('knows a note by its label without regard to case, and cites it from its own text', () => {
    const { book, messages } = parseText('One[^A] two[^a].\n\n[^a]: See[^B].\n\n[^b]: See[^a].');
    expect(messages).toEqual([]);
    expect(book.notes.map(({ label }) => label)).toEqual(['a', 'b']);
    expect(book.notes.flatMap(({ tree }) => marksIn(tree)).map(({ anchor }) => anchor)).toEqual([
      'one--note-b-mark',
      'one--note-a-mark-3',
    ]);
  });

  it('sees the note whose colon is missing', () => {
    const { messages } = parseText('One[^1] two[^1].\n\n[^1] See *Whales*.\n\nThree[^2].');
    expect(messages.map(({ line, column, reason, hint }) => [line, column, reason, hint])).toEqual([
      [5, 1, 'No colon stands behind [^1], where its note begins', 'Write: [^1]: See *Whales*.'],
      [7, 6, 'No note is defined for [^2]', expect.any(String)],
    ]);
  });

  it.each([
    ['One[^1].\n\n[^1]; See *Whales*.', 5, 1, 'No colon stands behind [^1], where its note begins'],
    ['One[^1].\n\n[^1]. See *Whales*.', 5, 1, 'No colon stands behind [^1], where its note begins'],
    ['One[^1]. [^1]: See *Whales*.', 3, 10, 'The note [^1] does not begin a line'],
  ])('sees the note in %j', (text, line, column, reason) => {
    const { messages } = parseText(text);
    expect(messages).toMatchObject([{ rule: 'note-undefined', line, column, reason }]);
    expect(messages[0]?.hint).toContain('[^1]: See *Whales*.');
  });

  it('suggests a label that is almost the same', () => {
    const { messages } = parseText('One[^whales] two[^*ship] three[^2].\n\n[^whale]: x\n[^ship]: x\n[^1]: x');
    expect(messages.filter(({ rule }) => rule === 'note-undefined').map(({ hint }) => hint)).toEqual([
      'Did you mean [^whale]?',
      'Did you mean [^ship]?',
      'Define it in the same file or in notes.md: [^label]: Text of the note.',
    ]);
  });
});

describe('the text of a note', () => {
  it('has paragraphs, lists, quotations and code', () => {
    const { book, messages } = parseText(
      'One[^1].\n\n[^1]: First.\n\n    - item[^2]\n\n    > quoted\n\n        code\n\n[^2]: Second.',
    );
    expect(messages).toEqual([]);
    expect(book.notes[0]?.tree.children.map(({ type }) => type)).toEqual([
      'paragraph',
      'list',
      'blockquote',
      'code',
    ]);
  });

  it('may stand in a list item or a quotation', () => {
    const { tree, book, messages } = parseText(
      '- One[^1]\n\n  [^1]: In the item.\n\n> Two[^2]\n>\n> [^2]: Quoted.',
    );
    expect(messages).toEqual([]);
    expect(texts(book)).toEqual(['1: In the item.', '2: Quoted.']);
    expect(tree.children.map(({ type }) => type)).toEqual(['list', 'blockquote']);
  });
});

describe('the two series', () => {
  it('go by the star of the label', () => {
    const { tree, book, messages } = parseText(
      'One[^*ship]* two[^1].\n\n[^*ship]: Marked.\n\n[^1]: Numbered.',
    );
    expect(messages).toEqual([]);
    expect(book.notes).toMatchObject([
      { label: '*ship', series: 'marked', id: 'one--note-ship' },
      { label: '1', series: 'numbered' },
    ]);
    expect(marksIn(tree).map(({ series }) => series)).toEqual(['marked', 'numbered']);
  });

  it.each([
    ['all' as const, ['marked', 'marked']],
    [['*Ship'], ['marked', 'numbered']],
    [
      ['ship', '1'],
      ['marked', 'marked'],
    ],
  ])('go by front matter: %s', (markedNotes, expected) => {
    const text = '---\nmarkedNotes: x\n---\n\n# A\n\nOne[^ship] two[^1].\n\n[^ship]: x\n\n[^1]: x';
    const { book, messages } = parseBook({ 'a.md': { text, frontMatter: { markedNotes } } });
    expect(messages).toEqual([]);
    expect(book.notes.map(({ series }) => series)).toEqual(expected);
  });

  it('report a label in front matter that no note has', () => {
    const text = '---\nmarkedNotes: [ship, quay]\n---\n\n# A\n\nOne[^ship].\n\n[^ship]: x';
    const { places } = parseBook({ 'a.md': { text, frontMatter: { markedNotes: ['ship', 'quay'] } } });
    expect(places).toEqual(['a.md:2:21 note-undefined']);
  });
});
