import type { Image, Paragraph, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { parseText, withoutPositions } from '../tree.ts';

function imagesIn(text: string): Image[] {
  const found: Image[] = [];
  visit(parseText(text).tree, 'image', (image) => {
    found.push(image);
  });
  return found;
}

function styleOf(attributes: string): unknown {
  return imagesIn(`![A](a.png)${attributes}`)[0]?.data?.hProperties?.['style'];
}

function first(text: string): RootContent | undefined {
  return parseText(text).tree.children[0];
}

describe('attributes behind an image', () => {
  it.each([
    ['{width=40%}', 'width: 40%; height: auto; object-fit: contain'],
    ['{ width=500px }', 'width: 500px; height: auto; object-fit: contain'],
    ['{width="500"}', 'width: 500px; height: auto; object-fit: contain'],
    ['{: height=".5in" }', 'width: auto; height: 0.5in; object-fit: contain'],
    ["{width='5cm'\nheight=30mm}", 'width: 5cm; height: 30mm; object-fit: contain'],
    ['{.a, width=10pt}', 'width: 10pt; height: auto; object-fit: contain'],
    [' {width=40%}', 'width: 40%; height: auto; object-fit: contain'],
    ['\n{: width="40%" }\n*B*', 'width: 40%; height: auto; object-fit: contain'],
    ['{#a}', undefined],
  ])('%j is its size', (attributes, style) => {
    expect(parseText(`![A](a.png)${attributes}`).messages).toEqual([]);
    expect(styleOf(attributes)).toBe(style);
  });

  it.each(['{alt="A gull"}', '{fig-alt="A gull" width=40%}'])('%j is its description', (attributes) => {
    expect(parseText(`![](a.png)${attributes}`).messages).toEqual([]);
    expect(imagesIn(`![](a.png)${attributes}`)[0]?.alt).toBe('A gull');
  });

  it('leave a figure, which has the id and the classes', () => {
    expect(first('![A](a.png "B"){#gull .wide .left width=40%}')).toMatchObject({
      type: 'figure',
      data: { hName: 'figure', hProperties: { id: 'one---gull', className: ['wide', 'left'] } },
      children: [{ type: 'image' }, { type: 'figureCaption', children: [{ value: 'B' }] }],
    });
    expect(first(':::figure\n![A](a.png){#gull}\n\nB\n:::')).toMatchObject({
      data: { hProperties: { id: 'one---gull' } },
    });
  });

  it('say that an image only decorates', () => {
    const [image] = imagesIn('![A](a.png){.decorative .old}');
    expect(image?.data?.hProperties).toEqual({ role: 'presentation' });
    expect(first('![](a.png){.decorative .old}')).toMatchObject({
      data: { hProperties: { className: ['old'] } },
    });
  });

  it('stand behind linked images and those of references too', () => {
    expect(first('[![A](a.png){width=3cm}](b.md)')).toMatchObject({ type: 'figure' });
    expect(first('[![A](a.png)](#x){#x}')).toMatchObject({ data: { hProperties: { id: 'one---x' } } });
    expect(first('![A][a]{#x}\n\n[a]: a.png')).toMatchObject({ type: 'figure' });
  });

  it('are places that links reach; an id is given once', () => {
    expect(parseText('A ![B](a.png){#x} [c](#x)').messages).toEqual([]);
    const { messages } = parseText('![A](a.png){#x}\n\n![A](a.png){#x}\n\n:::tip{#x}\nB\n:::\n\n## C {#x}');
    expect(messages.map(({ rule, line }) => [rule, line])).toEqual([
      ['id-duplicate', 5],
      ['id-duplicate', 7],
      ['id-duplicate', 11],
    ]);
  });

  it('leave the text behind them at its place', () => {
    const { tree, messages } = parseText('![A](a.png){width=1em\n.x} and [[b]] :no[c]');
    expect(JSON.stringify(withoutPositions(tree))).toContain('" and [[b]] :no[c]"');
    expect(messages.map(({ line, column }) => [line, column])).toEqual([
      [4, 9],
      [4, 15],
    ]);
  });

  it.each(['{sic}', ' {width=40%} b', '{width=40%', '{a} b', '{}'])('are not %j', (text) => {
    expect(styleOf(text)).toBeUndefined();
    expect(JSON.stringify(parseText(`![A](a.png)${text}`).tree)).toContain(text.trim());
  });

  it.each([
    ['{width=40% loading=lazy fig-align="center"}', 'loading=lazy fig-align=center'],
    ['{width=wide}', 'width=wide'],
    ['{height=50%}', 'height=50%'],
    ['{width=0.5\\textwidth}', 'width=0.5\\textwidth'],
  ])('of %j are told of what has no effect', (attributes, written) => {
    expect(parseText(`![A](a.png)${attributes}`).messages).toMatchObject([
      {
        rule: 'markup-dropped',
        line: 3,
        column: 12,
        reason: `This looks like attributes of an image that have no effect here and is left out: ${written}`,
      },
    ]);
  });

  it('are no more than the line has', () => {
    expect(styleOf('{width=110%}')).toBe('width: 100%; height: auto; object-fit: contain');
  });

  it.each([
    ['{width=100%}', 'text-indent: 0'],
    ['{width=900}', 'text-indent: 0'],
    ['{height=8cm}', 'text-indent: 0'],
    ['{width=16px}', undefined],
    ['{width=20%}', undefined],
  ])('%s takes the indent from a paragraph that begins with a wide image', (attributes, style) => {
    const styles = [`![A](a.png)${attributes} text.`, `Text ![A](a.png)${attributes}`].map(
      (text) => (first(text) as Paragraph).data?.hProperties?.['style'],
    );
    expect(styles).toEqual([style, undefined]);
  });
});
