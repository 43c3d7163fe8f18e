import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { parseManuscript } from '../../../src/markdown/parse-manuscript.ts';
import { manuscript } from '../../builders/manuscript.ts';
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

  it('keeps ids of the author out of those that the book makes itself', () => {
    const { book } = parseText('## A {#index--title}\n\n[a](#index--title)\n\n## B {#toc}');
    expect(book.body[0]?.headings.map(({ id }) => id)).toEqual(['one---index--title', 'toc-2']);
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

  it('reports headings without text, and sentences that hyphens below them make one', () => {
    const { messages } = parseText(
      '##\n\nShe closed the door and went.\n---\n\nTwo words\n---\n\n## ![A](a.png)',
    );
    expect(
      messages.filter(({ rule }) => rule.startsWith('heading')).map(({ rule, line }) => [rule, line]),
    ).toEqual([
      ['heading-missing', 3],
      ['heading-level', 5],
    ]);
  });

  it('ignores headings in notes', () => {
    const { book, messages } = parseText('a[^1]\n\n[^1]: ##### Deep');
    expect(book.body[0]?.headings).toEqual([]);
    expect(messages).toEqual([]);
  });
});

describe('two headings of depth 1 at the beginning of a file', () => {
  it('are the title of a series, which is left out and told of, and that of the section', () => {
    const source = manuscript({
      'one.md': '# The *Sea*\n\n# Dawn\n\nA [b](#the-sea)\n\n## C',
      'two.md': '<!-- x -->\n\n# The Sea\n# Dusk\n\nD',
    });
    const book = parseManuscript(source);
    expect(book.body.map(({ title }) => title)).toEqual(['Dawn', 'Dusk']);
    expect(book.body[0]?.headings).toMatchObject([{ depth: 2, text: 'C' }]);
    expect(messagesOf(source.files)).toMatchObject([
      {
        rule: 'markup-dropped',
        file: 'one.md',
        line: 1,
        reason:
          '2 places look like the title of a series or part above that of the section and are left out: The Sea; next two.md:3:1',
      },
    ]);
  });

  it.each(['# A\n\n# B\n\nText\n\n# C', '# A\n\nText\n\n# B', '# A[^1]\n\n# B\n\n[^1]: Note.'])(
    '%j are none',
    (text) => {
      const source = manuscript({ 'one.md': text });
      expect(parseManuscript(source).body[0]?.title).toBe('A');
      expect(messagesOf(source.files).map(({ rule }) => rule)).not.toContain('markup-dropped');
    },
  );
});
