import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/markdown/plain-text.ts';
import { parseText, withoutPositions } from '../tree.ts';

describe('remarkDirectives', () => {
  it.each(['At 3:30, :smile, a:b, Note:this, https://a.b:80, ::x, key:{a}', 'see:this[^1] and word:lang[x]'])(
    'leaves alone: %s',
    (text) => {
      const { tree, messages } = parseText(`${text}\n\n[^1]: note`);
      const shown = text.replace('[^1]', '');
      expect(tree.children.map((node) => plainText(node)).join(' ')).toBe(
        text.includes('word:lang[') ? shown.replace(':lang[x]', 'x') : shown,
      );
      expect(messages.filter(({ rule }) => rule === 'directive-unknown')).toEqual([]);
    },
  );

  it('gives known directives their elements and attributes', () => {
    const { tree } = parseText(
      ':::epigraph{#e .wide lang=fr}\n« Oui »\n:::\n\n:sup[2] :abbr[BC]{title="Before Christ"}',
    );
    const [epigraph, paragraph] = tree.children;
    expect(epigraph?.data).toMatchObject({
      hName: 'div',
      hProperties: { className: ['epigraph', 'wide'], id: 'one---e', lang: 'fr' },
    });
    expect(withoutPositions(paragraph)).toMatchObject({
      children: [
        { data: { hName: 'sup' } },
        {},
        { data: { hName: 'abbr', hProperties: { title: 'Before Christ' } } },
      ],
    });
  });

  it('keeps the lines of verse, the title of a box and a scene break', () => {
    const { tree } = parseText(
      ':::verse\none *two\nthree*\n:::\n\n::scene-break\n\n:::note[Mind *this*]\ntext\n:::',
    );
    expect(withoutPositions(tree.children)).toMatchObject([
      {
        children: [
          {
            children: [
              { value: 'one ' },
              { type: 'emphasis', children: [{ value: 'two' }, { type: 'break' }, { value: 'three' }] },
            ],
          },
        ],
      },
      { type: 'thematicBreak' },
      { children: [{ data: { hProperties: { className: ['title'] } } }, {}] },
    ]);
  });

  it('marks quotations with the key of their source', () => {
    const { tree, messages } = parseText(
      ':::quote{source=umland-2015 lang=de}\n„Ja“\n\n- a\n:::\n\n:::quote\nb\n:::\n\nSo :quote[*two* words]{source=key}, :quote[c]{source}.',
    );
    expect(messages).toEqual([]);
    expect(withoutPositions(tree.children)).toMatchObject([
      {
        data: {
          hName: 'blockquote',
          hProperties: { className: ['quote'], dataSource: 'umland-2015', lang: 'de' },
        },
        children: [{ type: 'paragraph' }, { type: 'list' }],
      },
      { data: { hName: 'blockquote', hProperties: { className: ['quote'] } } },
      {
        children: [
          { value: 'So ' },
          {
            data: { hName: 'span', hProperties: { className: ['quote'], dataSource: 'key' } },
            children: [{ type: 'emphasis' }, { value: ' words' }],
          },
          {},
          { data: { hProperties: { dataSource: '' } } },
          {},
        ],
      },
    ]);
    expect(JSON.stringify(tree.children[1])).not.toContain('dataSource');
  });

  it('reports an attribute a quotation does not have', () => {
    const { messages } = parseText(':::quote{sorce=key}\na\n:::');
    expect(messages.map(({ line, rule, reason }) => [line, rule, reason])).toEqual([
      [3, 'directive-unknown', 'A quotation has no attribute "sorce"'],
    ]);
  });

  it('takes unknown ones apart', () => {
    const { tree, messages } = parseText(':::bogus\n- a\n:::\n\n::leaf[x]{y}\n\na :text[*b*]{c}');
    expect(tree.children.map(({ type }) => type)).toEqual(['list', 'paragraph', 'paragraph']);
    expect(tree.children.slice(1).map((node) => plainText(node))).toEqual(['::leaf[x]{y}', 'a :text[b]{c}']);
    expect(messages.map(({ line, column }) => [line, column])).toEqual([
      [3, 1],
      [7, 1],
      [9, 3],
    ]);
  });

  it('says what ends the words of :lang too early', () => {
    const { messages } = parseText(':lang[\\[1] x]{fr}');
    expect(messages).toMatchObject([
      { rule: 'language-tag', hint: 'A bracket within its words ends it: write \\[ and \\] for both.' },
    ]);
  });
});
