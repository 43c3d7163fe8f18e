import type { RootContent } from 'mdast';
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
    ['![A](a.png)\n*B* and more[^1]', ['paragraph']],
    ['![A](a.png "B")\n*C*[^1]', ['paragraph']],
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
    ['*B*\n![A](a.png)[^1]', ['paragraph']],
    ['![A](a.png)[^1] of words', ['paragraph']],
  ])('%j', (text, expected) => {
    expect(shapes(text)).toEqual(expected);
  });
});
