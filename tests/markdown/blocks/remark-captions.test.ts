import type { Root, RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { sections } from '../../../src/book/book.ts';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { parseManuscript } from '../../../src/markdown/parse-manuscript.ts';
import { plainText } from '../../../src/markdown/plain-text.ts';
import { manuscript } from '../../builders/manuscript.ts';

function treeOf(text: string): Root {
  const source = manuscript({ '01-one.md': `# One\n\n${text}` });
  const [section] = sections(parseManuscript(source));
  expect(messagesOf(source.files)).toEqual([]);
  return section?.tree ?? { type: 'root', children: [] };
}

function first(text: string): RootContent | undefined {
  return treeOf(text).children[0];
}

/** The types of the children and, of captions, what they say. */
function shape(node: RootContent | undefined): string[] {
  if (!node || !('children' in node)) return [];
  return node.children.map((child) => (child.type === 'figureCaption' ? plainText(child) : child.type));
}

describe('figures in containers', () => {
  it('have the paragraphs as their caption, with markup, and count', () => {
    const figure = first(':::figure{#harbour}\n![Sea](a.png)\n\nThe *old* "harbour".\n:::\n');
    expect(figure).toMatchObject({
      type: 'figure',
      numbered: true,
      data: { hName: 'figure', hProperties: { id: 'one---harbour' } },
    });
    expect(shape(figure)).toEqual(['image', 'The old “harbour”.']);
    expect(JSON.stringify(figure)).toContain('"emphasis"');
  });

  it('take text right below the image as the caption too', () => {
    expect(shape(first(':::figure\n![Sea](a.png)\nThe harbour.\n:::\n'))).toEqual(['image', 'The harbour.']);
  });

  it('fall back to the title of an image', () => {
    const figure = first(':::figure\n![Sea](a.png "The harbour")\n:::\n');
    expect(shape(figure)).toEqual(['image', 'The harbour']);
    expect(JSON.stringify(figure)).not.toContain('"title"');
  });

  it('may hold several images, and anything that is no paragraph', () => {
    expect(shape(first(':::figure\n![A](a.png) ![B](b.png)\n\nBoth.\n:::\n'))).toEqual([
      'image',
      'text',
      'image',
      'Both.',
    ]);
    expect(shape(first(':::figure\n```js\nsail();\n```\n\nA listing.\n:::\n'))).toEqual([
      'code',
      'A listing.',
    ]);
  });

  it('have an id of ours without one of the author’s', () => {
    expect(first(':::figure\n![Sea](a.png)\n:::\n')?.data).toMatchObject({
      hProperties: { id: 'one--figure' },
    });
  });

  it.each(['{unnumbered}', '{.unnumbered}'])('do not count when marked %s', (mark) => {
    expect(first(`:::figure${mark}\n![Sea](a.png)\n:::\n`)).not.toHaveProperty('numbered');
  });

  it('keep paragraphs apart in a caption of several', () => {
    const figure = first(':::figure\n![Sea](a.png)\n\nThe harbour.\n\nPhotograph: Ann.\n:::\n');
    expect(shape(figure)).toEqual(['image', 'The harbour.Photograph: Ann.']);
    expect(JSON.stringify(figure).match(/"paragraph"/g)).toHaveLength(2);
  });

  it('leave images without a container as they were', () => {
    const figure = first('![Sea](a.png "The harbour")\n');
    expect(figure).not.toHaveProperty('numbered');
    expect(shape(figure)).toEqual(['image', 'The harbour']);
  });
});

describe('tables in containers', () => {
  const table = '| A | B |\n|---|---|\n| 1 | 2 |';

  it('have the paragraph before them as their caption', () => {
    const node = first(`:::table{#tonnage short="Tons"}\nTonnage by *year*.\n\n${table}\n:::\n`);
    expect(node).toMatchObject({
      type: 'captionedTable',
      numbered: true,
      shortTitle: 'Tons',
      data: { hProperties: { id: 'one---tonnage' } },
    });
    expect(shape(node)).toEqual(['Tonnage by year.', 'table']);
  });

  it('or else the one behind them', () => {
    expect(shape(first(`:::table\n${table}\n\nTonnage.\n:::\n`))).toEqual(['Tonnage.', 'table']);
  });

  it('leave what stands behind a captioned table behind it', () => {
    const { children } = treeOf(`:::table\nTonnage.\n\n${table}\n\nSource: the port.\n:::\n`);
    expect(children.map(({ type }) => type)).toEqual(['captionedTable', 'paragraph']);
  });
});
