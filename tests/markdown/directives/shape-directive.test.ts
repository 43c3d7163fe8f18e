import { describe, expect, it } from 'vitest';
import { parseText, withoutPositions } from '../tree.ts';

/** The lines of the poem a text begins with, stanza by stanza. */
function stanzas(text: string): string[][] {
  const [poem] = parseText(text).tree.children;
  if (!poem || !('children' in poem)) return [];
  return poem.children.map((stanza) => {
    const lines = [''];
    const add = (node: { type: string; value?: string; children?: unknown }): void => {
      if (node.type === 'break') lines.push('');
      else if (typeof node.value === 'string') lines.push(`${lines.pop()}${node.value}`);
      else if (Array.isArray(node.children)) for (const child of node.children) add(child);
    };
    add(stanza);
    return lines;
  });
}

describe('verse', () => {
  it('keeps the spaces its lines begin with, beyond those all have', () => {
    expect(stanzas(':::verse\n  one\n    two\n  *three*\n     *four\n  five* six\n:::')).toEqual([
      ['one', '\u00a0\u00a0two', 'three', '\u00a0\u00a0\u00a0four', 'five six'],
    ]);
  });

  it('takes lines indented by four spaces for verse, not for code', () => {
    expect(stanzas(':::verse\nzero\n\n    one\n      two\nthree *four*\n\n     five\n:::')).toEqual([
      ['zero'],
      ['\u00a0\u00a0\u00a0\u00a0one', '\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0two', 'three four'],
      ['\u00a0\u00a0\u00a0\u00a0\u00a0five'],
    ]);
  });

  it('does not count the indentation of the blocks around it', () => {
    for (const text of ['> :::verse\n> one\n>   two\n> :::', '- :::verse\n  one\n    two\n  :::']) {
      const [around] = parseText(text).tree.children;
      expect(JSON.stringify(around)).toContain('"one"');
      expect(JSON.stringify(around)).toContain('"\u00a0\u00a0two"');
    }
  });

  it('keeps fenced code', () => {
    const [poem] = parseText(':::verse\n```\n  a\n```\n:::').tree.children;
    expect(withoutPositions(poem)).toMatchObject({ children: [{ type: 'code', value: '  a' }] });
  });

  it('counts lines as asked', () => {
    const [poem] = parseText(':::verse{numbers=5 start=100}\none\n:::').tree.children;
    expect(poem?.data).toMatchObject({
      hProperties: { className: ['verse'], dataNumbers: '5', dataStart: '100' },
    });
  });

  it('says of a number that is none where it stands', () => {
    const { messages } = parseText('Text.\n\n:::verse{numbers=five}\none\n:::');
    expect(messages).toMatchObject([
      { rule: 'directive-unknown', line: 5, column: 1, reason: '"five" is no number of lines' },
    ]);
  });
});

describe('dialogue', () => {
  it('marks who speaks, and paragraphs in which nobody new does', () => {
    const [play] = parseText(
      ':::dialogue[Scene]\nMR. STUBB: Good: very good.\n\n*Aside.* More.\n\nHe said this. Note: no name.\n:::',
    ).tree.children;
    expect(withoutPositions(play)).toMatchObject({
      data: { hName: 'div', hProperties: { className: ['dialogue'] } },
      children: [
        { data: { hProperties: { className: ['title'] } } },
        {
          children: [
            {
              type: 'element',
              data: { hName: 'span', hProperties: { className: ['speaker'] } },
              children: [{ value: 'MR. STUBB:' }],
            },
            { value: ' Good: very good.' },
          ],
        },
        { data: { hProperties: { className: ['continued'] } } },
        { data: { hProperties: { className: ['continued'] } } },
      ],
    });
  });

  it('tells what is done from what is said', () => {
    const [play] = parseText(
      ':::dialogue\n*Enter* GHOST.\n\n*A cry.*\n\n(*Enter* GHOST, who (it seems) speaks.)\n\n(He goes; **all** rise.)\n\n(Why?) he said.\n:::',
    ).tree.children;
    const kinds = ['continued', 'direction', 'continued', 'direction', 'continued'];
    expect(withoutPositions(play)).toMatchObject({
      children: kinds.map((kind) => ({ data: { hProperties: { className: [kind] } } })),
    });
  });

  it('keeps a direction in brackets between the name and the colon', () => {
    const [play] = parseText(':::dialogue\nGHOST (*beneath*): Swear.\n:::').tree.children;
    expect(withoutPositions(play)).toMatchObject({
      children: [
        {
          children: [
            { data: { hProperties: { className: ['speaker'] } }, children: [{ value: 'GHOST' }] },
            { value: ' (' },
            { type: 'emphasis' },
            { value: '):' },
            { value: ' Swear.' },
          ],
        },
      ],
    });
  });
});

describe('row', () => {
  it('makes a figure of every image and keeps other paragraphs', () => {
    const [row] = parseText(':::row\n![a](a.png "A")\n[![b](b.png)](https://b.org)\n\nBoth ![c](c.png).\n:::')
      .tree.children;
    expect(withoutPositions(row)).toMatchObject({
      children: [
        { type: 'figure', children: [{ type: 'image' }, { type: 'figureCaption' }] },
        { type: 'figure', children: [{ type: 'link' }] },
        { type: 'paragraph' },
      ],
    });
  });
});
