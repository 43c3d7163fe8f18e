import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { parseText } from '../tree.ts';

function kinds(tree: Root): string[] {
  const names: string[] = [];
  visit(tree, (node) => {
    if (!['root', 'text', 'break'].includes(node.type)) names.push(node.type);
  });
  return names;
}

describe('lines of a poem that are indented by four spaces', () => {
  it.each([
    [
      ':::verse\n    *a* b\n\n      c\nd\n:::',
      ['\u00a0\u00a0\u00a0\u00a0a b', '\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0cd'],
    ],
    [':::verse\na\n\n\t*b*\n:::', ['a', '\u00a0b']],
    ['> :::verse\n> a\n>\n>     *b*\n> :::', ['a', '\u00a0\u00a0\u00a0\u00a0b']],
    ['- a\n\n  :::verse\n  b\n\n      *c*\n  :::', ['a', 'b', '\u00a0\u00a0\u00a0\u00a0c']],
    ['::: verse\na\n\n    *b*\n:::', ['a', '\u00a0\u00a0\u00a0\u00a0b']],
  ])('are read as any other: %j', (text, lines) => {
    const { tree, messages } = parseText(text);
    expect(messages).toEqual([]);
    const found: string[] = [];
    visit(tree, 'paragraph', (paragraph) => void found.push(toString(paragraph)));
    expect(found).toEqual(lines);
    expect(kinds(tree)).toContain('emphasis');
    expect(kinds(tree)).not.toContain('code');
  });

  it('may have marks of notes and signs of lists', () => {
    const { tree, messages } = parseText(':::verse\na\n\n    - b[^n]\n    1. c\n:::\n\n[^n]: Note.');
    expect(messages).toEqual([]);
    expect(kinds(tree)).toEqual(['containerDirective', 'paragraph', 'paragraph', 'noteReference']);
  });

  it('leave code elsewhere as it is, and what is fenced', () => {
    const { tree } = parseText('    *a*\n\n:::verse\n```\n    b\n```\n:::');
    expect(kinds(tree)).toEqual(['code', 'containerDirective', 'code']);
  });
});
