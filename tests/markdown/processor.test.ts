import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { visit } from 'unist-util-visit';
import { parseText, withoutPositions } from './tree.ts';

function valuesOf(text: string, type: Nodes['type']): unknown[] {
  const values: unknown[] = [];
  visit(parseText(text).tree, (node) => {
    if (node.type === type) values.push('value' in node ? node.value : 'url' in node ? node.url : node.type);
  });
  return values;
}

describe('createProcessor', () => {
  it('tells formulas from prices', () => {
    expect(valuesOf('From $5 to $6, or US$ 3, is $x$ and $$y$$ but $ z $ is not', 'inlineMath')).toEqual([
      'x',
      'y',
    ]);
    expect(valuesOf('From *$5* to *$6*', 'emphasis')).toHaveLength(2);
  });

  it('lets formulas have dollars of their own, with a backslash', () => {
    const typed = 'So $\\$10,000$ or $a = \\text{\\$5}$, and $a\\\\$, from \\$5 to \\$6, for $5 or \\$6.';
    expect(valuesOf(typed, 'inlineMath')).toEqual(['\\$10,000', 'a = \\text{\\$5}', 'a\\\\']);
  });

  it('finds bare addresses as GFM does', () => {
    expect(valuesOf('At a_b@example.org, https://example.org/_a_?b--c and www.example.org.', 'link')).toEqual(
      ['mailto:a_b@example.org', 'https://example.org/_a_?b--c', 'http://www.example.org'],
    );
  });

  it('sets punctuation in text only', () => {
    const text =
      '"a" `"b"` $"c"$ <i title="d">"e"</i> [--f](https://e.org/a--b) https://e.org/--x\n\n    "g"';
    expect(valuesOf(text, 'text')).toEqual(['“a” ', ' ', ' ', '“e”', ' ', '--f', ' ', 'https://e.org/--x']);
    expect(valuesOf(text, 'inlineCode')).toEqual(['"b"']);
    expect(valuesOf(text, 'inlineMath')).toEqual(['"c"']);
    expect(valuesOf(text, 'code')).toEqual(['"g"']);
  });

  it('carries quotes across inline markup, breaks and notes', () => {
    expect(valuesOf('"*it*" and *"so"*[^1]"\\\n"go **on**"\n\n[^1]: x', 'text').join('|')).toBe(
      '“|it|” and |“so”|”|“go |on|”',
    );
  });

  it('makes figures of lone images', () => {
    const { tree } = parseText(
      '![alt](a.png "It\'s *one*")\n\n[![alt](b.png)](https://e.org)\n\nIn ![alt](c.png) text',
    );
    expect(withoutPositions(tree.children)).toMatchObject([
      {
        type: 'figure',
        data: { hName: 'figure' },
        children: [
          { type: 'image', url: 'a.png' },
          { data: { hName: 'figcaption' }, children: [{ value: 'It’s *one*' }] },
        ],
      },
      { type: 'figure', children: [{ type: 'link', children: [{ type: 'image' }] }] },
      { type: 'paragraph' },
    ]);
    expect(tree.children[0]).not.toHaveProperty('children.0.title');
  });

  it('knows definition lists, tables and task lists', () => {
    const { tree } = parseText('Term\n: Meaning\n\n| a |\n|---|\n| b |\n\n- [x] done');
    expect(tree.children.map(({ type }) => type)).toEqual(['defList', 'table', 'list']);
  });
});
