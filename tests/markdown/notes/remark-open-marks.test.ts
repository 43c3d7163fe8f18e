import { describe, expect, it } from 'vitest';
import { marksIn, parseBook } from '../notes.ts';
import { parseText, withoutPositions } from '../tree.ts';

describe('remarkOpenMarks', () => {
  it('reads marks of labels that no definition of the file explains', () => {
    const { book, messages } = parseBook(
      { 'a.md': '# A\n\nOne[^x], two![^x] and *three[^x]*.' },
      { shared: '[^x]: Text.' },
    );
    expect(messages).toEqual([]);
    expect(marksIn(book.body[0]!.tree).map(({ position }) => position?.start.column)).toEqual([4, 14, 29]);
  });

  it('tells of a blank between a mark and its colon', () => {
    const { messages } = parseBook({ 'a.md': '# A\n\nOne[^x].\n\n[^x] : Text.' });
    expect(messages.map(({ line, reason, hint }) => [line, reason, hint])).toEqual([
      [5, 'No colon stands directly behind [^x], where its note begins', 'Write: [^x]: Text.'],
    ]);
  });

  it('leaves code, escaped marks, links and images alone', () => {
    const { tree, messages } = parseText(
      '\\[^x] `[^x]` [^x](https://e.org) ![^x](a.png)\n\n    [^x]\n\n```\n[^x]\n```',
    );
    expect(messages).toEqual([]);
    expect(marksIn(tree)).toEqual([]);
    expect(withoutPositions(tree.children[0])).toMatchObject({
      children: [
        { value: '[^x] ' },
        { type: 'inlineCode' },
        {},
        { type: 'link', children: [{ value: '^x' }] },
        {},
        { type: 'image', alt: '^x' },
      ],
    });
  });

  it('takes a mark before a parenthesis for one where the file defines it', () => {
    const { tree, messages } = parseText('One[^x](see below).\n\n[^x]: Text.');
    expect(messages).toEqual([]);
    expect(marksIn(tree)).toHaveLength(1);
  });

  it('says what to do about a mark of a shared note before a parenthesis', () => {
    const { messages } = parseBook(
      { 'a.md': '# A\n\nOne[^x] and two[^x](see below).' },
      { shared: '[^x]: Text.' },
    );
    expect(messages).toMatchObject([
      {
        rule: 'note-undefined',
        line: 3,
        column: 16,
        hint: 'Put a space between the mark and the parenthesis.',
      },
    ]);
  });

  it('takes no blanks, brackets or emptiness for a label', () => {
    const { tree } = parseText('Wow![^] and [^] and ![^a b] and [^a[b]].');
    expect(marksIn(tree)).toEqual([]);
  });

  it('reads as many marks as there are', () => {
    const { book, messages } = parseBook({ 'a.md': `# A\n\n${'[^x] '.repeat(3000)}\n\n[^x]: Text.` });
    expect(messages).toEqual([]);
    expect(new Set(marksIn(book.body[0]!.tree).map(({ anchor }) => anchor)).size).toBe(3000);
  });
});
