import type { List, Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/markdown/plain-text.ts';
import { sections } from '../../../src/book/book.ts';
import { parseBook } from '../notes.ts';

/** The blocks of a chapter, lists as `ol[properties]: items`, and what is said. */
function blocksOf(text: string, language = 'en'): { blocks: string[]; said: string[] } {
  const { book, messages } = parseBook({ 'a.md': `# A\n\n${text}` }, { language });
  const blocks = (sections(book)[0]?.tree.children ?? []).map(show);
  return { blocks, said: messages.map(({ rule, line }) => `${rule} ${line}`) };
}

function show(node: Nodes): string {
  return node.type === 'list' ? showList(node) : plainText(node);
}

function showList({ ordered, start, data, children }: List): string {
  const { type = '', className = [] } = data?.hProperties ?? {};
  const names = Array.isArray(className) ? className.join(' ') : '';
  const items = children.map((item) => item.children.map(show).join(' + '));
  return `${ordered === true ? 'ol' : 'ul'}[${[start, type, names].filter(Boolean).join(' ')}]: ${items.join(' | ')}`;
}

describe('lists', () => {
  it.each([
    ['(a) one\n(b) two', ['ol[1 a lower-alpha-parentheses]: one | two']],
    ['a) one\nand more\nb) two', ['ol[1 a lower-alpha-parenthesis]: one and more | two']],
    ['(1) one\n\n(2) two\n\nText.', ['ol[1 decimal-parentheses]: one | two', 'Text.']],
    ['i. one\nii. two\niii. three', ['ol[1 i labels-3]: one | two | three']],
    ['(ii) two\n(iii) three', ['ol[2 i lower-roman-parentheses labels-4]: two | three']],
    ['h) one\ni) two', ['ol[8 a lower-alpha-parenthesis]: one | two']],
    ['#. one\n#. two', ['ol[1]: one | two']],
    ['A.  one\nB.  two', ['ol[1 A]: one | two']],
    ['1) one\n2) two', ['ol[1 decimal-parenthesis]: one | two']],
    ['Intro:\n(a) one\n(b) *two*', ['Intro:', 'ol[1 a lower-alpha-parentheses]: one | two']],
    [
      '1. Outer\n   a) one\n   b) two\n2. Next',
      ['ol[1]: Outer + ol[1 a lower-alpha-parenthesis]: one | two | Next'],
    ],
    ['1001. a\n1002. b', ['ol[1001 labels-4]: a | b']],
    ['1. a\n2. b', ['ol[1]: a | b']],
    ['1. a\n1. b', ['ol[1]: a | b']],
    ['1. Januar\n2. Februar', ['ol[1]: Januar | Februar']],
  ])('reads %s', (text, expected) => {
    expect(blocksOf(text)).toEqual({ blocks: expected, said: [] });
  });

  it.each([
    ['1. September 1939 kam\nder Krieg.\n\n3. September 1939 kam England.', 'de'],
    ['1. September 1939 kam.\n\n2. September 1939 auch.', 'en'],
    ['1986. A great year.\n\n1989. Another.', 'en'],
    ['1986. A great year.', 'en'],
    ['1. září bylo teplo.', 'cs'],
    ['Es war am\n1. September 1939 kalt.', 'de'],
  ])('%s (%s) is no list', (text, language) => {
    const { blocks, said } = blocksOf(text, language);
    const paragraphs = text.split('\n\n').map((block) => block.replaceAll('\n', ' '));
    expect(blocks.map((block) => block.replaceAll('\u00a0', ' '))).toEqual(paragraphs);
    expect(said).toEqual([]);
  });

  it.each([
    ['A. Einstein\nB. Russell', 'A. Einstein B. Russell'],
    ['(1) is the first\nequation here', '(1) is the first equation here'],
    ['I. M. Pei came\nJ. Smith too', 'I. M. Pei came J. Smith too'],
  ])('leaves %s a paragraph', (text, expected) => {
    const { blocks } = blocksOf(text);
    expect(blocks.map((block) => block.replaceAll('\u00a0', ' '))).toEqual([expected]);
  });

  it.each(['9a. one\n9b. two', '(a) one\n(c) two', '9. nine\n9a. nine and a bit\n10. ten'])(
    'keeps the lines of %s',
    (text) => {
      const { book, messages } = parseBook({ 'a.md': `# A\n\n${text}` });
      expect(JSON.stringify(sections(book)[0]?.tree)).toContain('"type":"break"');
      expect(messages).toEqual([]);
    },
  );

  it('tells of numbers that are not printed as typed, once a list', () => {
    expect(blocksOf('1. a\n3. b\n7. c').said).toEqual(['list-numbers 4']);
  });
});
