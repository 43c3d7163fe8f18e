import type { Image, Node, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Figure, FigureCaption } from '../../book/nodes.ts';

/** Makes a figure of an image (or a linked image) alone in its paragraph; the image's title is the caption. */
export function remarkFigures() {
  return (tree: Root): void => {
    visit(tree, 'paragraph', (node, index, parent) => {
      const [only] = node.children;
      if (parent === undefined || index === undefined || node.children.length !== 1 || !only) return;
      const image = imageIn(only);
      if (!image) return;
      const caption = image.title;
      delete image.title;
      const figure: Figure = {
        type: 'figure',
        data: { hName: 'figure' },
        children: [only],
        ...positionOf(node),
      };
      if (caption) figure.children.push(captionOf(caption, image));
      (parent.children as RootContent[])[index] = figure;
    });
  };
}

/** The image a node is, be it inside a link. */
export function imageIn(node: RootContent): Image | undefined {
  if (node.type === 'image') return node;
  const [only] = node.type === 'link' ? node.children : [];
  return node.type === 'link' && node.children.length === 1 && only?.type === 'image' ? only : undefined;
}

function captionOf(value: string, image: Image): FigureCaption {
  return {
    type: 'figureCaption',
    data: { hName: 'figcaption' },
    children: [{ type: 'text', value, ...positionOf(image) }],
    ...positionOf(image),
  };
}

function positionOf(node: Node): Pick<Node, 'position'> {
  return node.position ? { position: node.position } : {};
}
