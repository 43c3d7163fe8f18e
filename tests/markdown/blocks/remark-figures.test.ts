import type { Paragraph, RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/markdown/plain-text.ts';
import { parseText } from '../tree.ts';

/** Of every block its type, and of a figure what it holds. */
function shapes(text: string): unknown[] {
  return parseText(`${text}\n\n[^1]: Note.`).tree.children.map((block) =>
    block.type === 'figure' ? block.children.map(shape) : block.type,
  );
}

function shape(node: RootContent): unknown {
  if (node.type !== 'figureCaption') return node.type;
  return node.children.map((child) => (child.type === 'noteReference' ? 'mark' : plainText(child)));
}

describe('an image alone in its paragraph', () => {
  it.each([
    ['![A](a.png "B")[^1]', [['image', ['B', 'mark']]]],
    ['![A](a.png)[^1]', [['image', ['mark']]]],
    ['![A](a.png "B"){width=50%} [^1]', [['image', ['B', 'mark']]]],
    ['[![A](a.png "B")](#one)[^1]', [['link', ['B', 'mark']]]],
    ['![A](a.png)\n*B*[^1]', [['image', ['B', 'mark']]]],
    ['![A](a.png)\n*B[^1]*', [['image', ['B']]]],
    [
      '![A](a.png)\n*B*\n![C](c.png)\n*D*[^1]',
      [
        ['image', ['B']],
        ['image', ['D', 'mark']],
      ],
    ],
    ['![A](a.png)\n*B* and more[^1]', [['image'], 'paragraph']],
    ['![A](a.png "B")\n*C*[^1]', [['image', ['B']], 'paragraph']],
    ['![A](a.png)\\\n*B*\n\nText[^1]', [['image', ['B']], 'paragraph']],
    [
      '![A](a.png)[^1]\n![B](b.png "C")',
      [
        ['image', ['mark']],
        ['image', ['C']],
      ],
    ],
    [':::figure\n![A](a.png "B")[^1]\n:::', [['image', ['B', 'mark']]]],
    ['![A](a.png) *B*[^1]', ['paragraph']],
    ['*B*\n![A](a.png)[^1]', ['paragraph', ['image', ['mark']]]],
    ['Output:\n![A](a.png)[^1]', ['paragraph', ['image', ['mark']]]],
    ['**Output:**\\\n![A](a.png)  \n*B*\nMore.[^1]', ['paragraph', ['image', ['B']], 'paragraph']],
    [
      'One.\n[![A](a.png "B")](#one)\n![C](c.png){width=50%}\nTwo.\n![D](d.png)\nthree.[^1]',
      ['paragraph', ['link', ['B']], ['image'], 'paragraph', ['image'], 'paragraph'],
    ],
    ['Press\n![A](a.png)\nto go on.[^1]', ['paragraph']],
    ['Press\n![A](a.png)\n, then go on.[^1]', ['paragraph']],
    ['Press `x`\n![A](a.png)\nGo on.[^1]', ['paragraph', ['image'], 'paragraph']],
    ['Press ![A](a.png)\nGo on.[^1]', ['paragraph']],
    ['![A](a.png)[^1] of words', ['paragraph']],
  ])('%j', (text, expected) => {
    expect(shapes(text)).toEqual(expected);
  });

  it('is named by its place, as is the text around it', () => {
    const { children } = parseText('> One.\n>\n> Two\n> ![A](a.png)\n> Three *four*.\n').tree;
    const [quotation] = children;
    const places = quotation?.type === 'blockquote' ? quotation.children.map(({ position }) => position) : [];
    // The heading of the file is above.
    expect(places).toMatchObject([
      { start: { line: 3, column: 3 } },
      { start: { line: 5, column: 3 } },
      { start: { line: 6, column: 3 } },
      { start: { line: 7, column: 3 }, end: { line: 7, column: 16 } },
    ]);
  });

  it('leaves what goes on below without an indent and a second id', () => {
    const { children } = parseText('One.\n![A](a.png)\nTwo.\n').tree;
    expect(children.map((block) => (block as Paragraph).data?.hProperties)).toEqual([
      undefined,
      undefined,
      { style: 'text-indent: 0' },
    ]);
  });
});
