import { describe, expect, it } from 'vitest';
import { parseText } from '../tree.ts';

describe('remarkHeadings', () => {
  it('names headings by slug or by the id of the author', () => {
    const { book } = parseText("## It's *so*, `x`\n\n### Own {#own-id}\n\n## Глава");
    expect(book.body[0]?.headings).toEqual([
      { id: 'one--its-so-x', depth: 2, text: 'It’s so, x' },
      { id: 'own-id', depth: 3, text: 'Own' },
      { id: 'one--heading', depth: 2, text: 'Глава' },
    ]);
  });

  it('moves everything down a level where a file has several titles, and says so once', () => {
    const { book, messages } = parseText('## A\n\n# Two\n\n## B\n\n# Three');
    expect(book.body[0]?.headings.map(({ depth, text }) => [depth, text])).toEqual([
      [3, 'A'],
      [2, 'Two'],
      [3, 'B'],
      [2, 'Three'],
    ]);
    expect(messages).toMatchObject([
      { rule: 'heading-level', line: 3 },
      { rule: 'heading-level', line: 5 },
    ]);
  });

  it('ignores headings in notes', () => {
    const { book, messages } = parseText('a[^1]\n\n[^1]: ##### Deep');
    expect(book.body[0]?.headings).toEqual([]);
    expect(messages).toEqual([]);
  });
});
