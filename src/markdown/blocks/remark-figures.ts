import type { FootnoteReference, Image, Node, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { visit, type VisitorResult } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Figure, FigureCaption } from '../../book/nodes.ts';
import { replaceIn } from '../../book/long-lists.ts';
import { imageIn, isBlank } from './images-in.ts';
import { dividedAtPictures } from './picture-lines.ts';

/**
 * Makes figures of images (or linked images) that stand alone in their paragraph or, between lines of text, on their line,
 * be it with marks of notes behind them or a line of emphasis below: an image's title is its caption, else that line, and
 * the marks stand in the caption. The text around them is in paragraphs of its own.
 */
export function remarkFigures() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'paragraph', (node, index, parent): VisitorResult => {
      if (parent === undefined || index === undefined) return undefined;
      const blocks = dividedAtPictures(node, file).flatMap<RootContent>((part) => figuresIn(part) ?? [part]);
      if (blocks.length === 1 && blocks[0] === node) return undefined;
      replaceIn<RootContent>(parent.children, index, 1, blocks);
      return index + blocks.length;
    });
  };
}

function figuresIn(paragraph: Paragraph): Figure[] | undefined {
  const pictures = picturesIn(paragraph);
  return pictures?.map((picture) => figureOf(picture, pictures.length === 1 ? paragraph : picture.shown));
}

/** An image with what belongs to it. */
interface Picture {
  /** The image, or the link around it. */
  readonly shown: PhrasingContent;
  readonly image: Image;
  readonly marks: FootnoteReference[];
  /** The line of emphasis below it. */
  line?: PhrasingContent;
}

/** The images of a paragraph that holds nothing but images and what belongs to them. */
function picturesIn({ children }: Paragraph): Picture[] | undefined {
  const pictures: Picture[] = [];
  let isNewLine = false;
  for (const node of children) {
    if (isBlank(node)) {
      isNewLine ||= node.type === 'break' || (node.type === 'text' && node.value.includes('\n'));
      continue;
    }
    const image = imageIn(node);
    const last = pictures.at(-1);
    if (image !== undefined && (isNewLine || last?.line === undefined)) {
      pictures.push({ shown: node, image, marks: [] });
    } else if (node.type === 'footnoteReference' && last !== undefined) last.marks.push(node);
    else if (node.type === 'emphasis' && last !== undefined && isNewLine && mayHaveLine(last))
      last.line = node;
    else return undefined;
    isNewLine = false;
  }
  return pictures.length === 0 ? undefined : pictures;
}

function mayHaveLine({ image, line }: Picture): boolean {
  return line === undefined && !image.title;
}

function figureOf({ shown, image, marks, line }: Picture, source: Node): Figure {
  const title = image.title;
  delete image.title;
  const figure: Figure = {
    type: 'figure',
    data: { hName: 'figure', ...takeNames(image) },
    children: [shown],
    ...positionOf(source),
  };
  const text: PhrasingContent[] = title ? [{ type: 'text', value: title, ...positionOf(image) }] : [];
  const children = line === undefined ? [...text, ...marks] : [line, ...marks];
  if (children.length > 0) figure.children.push(captionOf(children, image));
  return figure;
}

/** Takes the id and the classes off an image: they are those of its figure. */
export function takeNames(image: Image): { hProperties?: { id?: string; className?: string[] } } {
  const { id, className, ...others } = image.data?.hProperties ?? {};
  if (id === undefined && className === undefined) return {};
  image.data = { ...image.data, hProperties: others };
  return {
    hProperties: {
      ...(typeof id === 'string' && { id }),
      ...(Array.isArray(className) && { className: className.map(String) }),
    },
  };
}

function captionOf(children: PhrasingContent[], image: Image): FigureCaption {
  return { type: 'figureCaption', data: { hName: 'figcaption' }, children, ...positionOf(image) };
}

function positionOf(node: Node): Pick<Node, 'position'> {
  return node.position ? { position: node.position } : {};
}
