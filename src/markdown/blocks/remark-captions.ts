import type { Image, Paragraph, PhrasingContent, Root, RootContent, Table } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { SKIP, visit, type VisitorResult } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Figure, FigureCaption } from '../../book/nodes.ts';
import { report } from '../../book/messages/messages.ts';
import { imageIn, isBlank } from './images-in.ts';
import { takeNames } from './remark-figures.ts';

/**
 * Makes figures of `:::figure` and tables with captions of `:::table`: their paragraphs are the
 * caption, in a table those before it or, without any, those behind. Both count among the
 * numbered ones unless marked `unnumbered`. Use after the directives have their elements.
 */
export function remarkCaptions() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'containerDirective', (node, index, parent): VisitorResult => {
      if (parent === undefined || index === undefined) return undefined;
      if (node.name !== 'figure' && node.name !== 'table') return undefined;
      const blocks = node.name === 'figure' ? figureOf(node) : tableOf(node);
      if (blocks === undefined) {
        const wanted = node.name === 'figure' ? 'nothing but text' : 'no table';
        report(file, 'caption-alone', `This :::${node.name} holds ${wanted}`, node);
        return SKIP;
      }
      identify(blocks[0], node.name, file);
      parent.children.splice(index, 1, ...blocks);
      return [SKIP, index + blocks.length];
    });
  };
}

/** Lists of figures and tables lead to them: one the author gave no id has one of ours. */
function identify(block: RootContent | undefined, name: string, file: VFile): void {
  const draft = file.data.draft;
  if (!draft || (block?.type !== 'figure' && block?.type !== 'captionedTable')) return;
  const id = block.data?.hProperties?.['id'] ?? draft.allocate(`${draft.id}--${name}`);
  block.data = { ...block.data, hProperties: { ...block.data?.hProperties, id } };
}

function figureOf(node: ContainerDirective): RootContent[] | undefined {
  const content: RootContent[] = [];
  const caption: Paragraph[] = [];
  for (const child of node.children) {
    if (child.type !== 'paragraph' || child.data?.directiveLabel) {
      if (child.type === 'paragraph') caption.push(child);
      else content.push(child);
      continue;
    }
    const [images, text] = imagesBefore(child);
    content.push(...images);
    if (text.length > 0) caption.push({ ...child, children: text });
  }
  if (content.length === 0) return undefined;
  const title = takeTitles(content);
  const said = captionOf(caption, 'figcaption');
  if (title && said?.children.every(({ type }) => type === 'footnoteReference')) {
    said.children.unshift(...title.children);
  }
  const words = said ?? title;
  const figure: Figure = {
    ...shared(node),
    type: 'figure',
    children: words ? [...content, words] : content,
  };
  const images = content.flatMap((child) => imageIn(child) ?? []);
  const [only] = images;
  if (only && images.length === 1) nameAfter(only, figure);
  return [figure];
}

/** Gives a figure the id and the classes of its only image, where the container has none of its own. */
function nameAfter(image: Image, figure: Figure): void {
  const { hProperties = {} } = takeNames(image);
  figure.data = { ...figure.data, hProperties: { ...hProperties, ...figure.data?.hProperties } };
}

/** The table with its caption, then whatever else stands behind it. */
function tableOf(node: ContainerDirective): RootContent[] | undefined {
  const at = node.children.findIndex(({ type }) => type === 'table');
  const table = node.children[at] as Table | undefined;
  if (table === undefined) return undefined;
  const before = node.children.slice(0, at);
  const behind = node.children.slice(at + 1);
  const above = before.filter((child) => child.type === 'paragraph');
  const below = above.length > 0 ? [] : behind.filter((child) => child.type === 'paragraph');
  const caption = captionOf([...above, ...below], 'caption');
  const used = new Set<RootContent>([...above, ...below]);
  const rest = [...before, ...behind].filter((child) => !used.has(child));
  const children = caption ? [caption, table] : [table];
  return [{ ...shared(node), type: 'captionedTable', children }, ...rest];
}

/** What a figure and a table have from their container. */
function shared({
  attributes,
  data,
  position,
}: ContainerDirective): Pick<Figure, 'data' | 'position' | 'numbered' | 'shortTitle'> {
  const classes = (attributes?.['class'] ?? '').split(/\s+/);
  const isNumbered = attributes?.['unnumbered'] === undefined && !classes.includes('unnumbered');
  const short = attributes?.['short'];
  return {
    ...(data && { data }),
    ...(position && { position }),
    ...(isNumbered && { numbered: true }),
    ...(short && { shortTitle: short }),
  };
}

/** The images a paragraph begins with, and the text behind them. */
function imagesBefore({ children }: Paragraph): [PhrasingContent[], PhrasingContent[]] {
  const end = children.findIndex((node) => !isImage(node) && !isBlank(node));
  const images = end === -1 ? children : children.slice(0, end);
  if (!images.some(isImage)) return [[], children];
  const [first, ...rest] = end === -1 ? [] : children.slice(end);
  if (first?.type !== 'text') return [images, first ? [first, ...rest] : []];
  return [images, [{ ...first, value: first.value.trimStart() }, ...rest]];
}

function isImage(node: PhrasingContent): boolean {
  return imageIn(node) !== undefined;
}

/** Takes the titles off the images; the first is the caption where no paragraph is. */
function takeTitles(content: readonly RootContent[]): FigureCaption | undefined {
  let caption: FigureCaption | undefined;
  for (const image of content.map((node) => imageIn(node))) {
    if (!image?.title) continue;
    const position = image.position && { position: image.position };
    const text: Paragraph = {
      type: 'paragraph',
      children: [{ type: 'text', value: image.title, ...position }],
      ...position,
    };
    caption ??= captionOf([text], 'figcaption');
    delete image.title;
  }
  return caption;
}

function captionOf(paragraphs: readonly Paragraph[], hName: string): FigureCaption | undefined {
  const [first, ...more] = paragraphs;
  if (first === undefined) return undefined;
  const children = more.length === 0 ? first.children : paragraphs.map(withoutLabel);
  return {
    type: 'figureCaption',
    data: { hName },
    children,
    ...(first.position && { position: first.position }),
  };
}

/** A label of a container would be a title elsewhere. */
function withoutLabel(paragraph: Paragraph): Paragraph {
  const { data: _, ...plain } = paragraph;
  return paragraph.data?.directiveLabel ? plain : paragraph;
}
