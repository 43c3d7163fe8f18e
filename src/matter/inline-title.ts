import type { PhrasingContent, Root } from 'mdast';
import type { ElementNode } from '../book/nodes.ts';
import { text } from './element.ts';

/**
 * The inline markup of a title as it may stand inside a link elsewhere in the book: without note
 * marks, links, page numbers, breaks, pictures (their descriptions stand in for them), and ids, which only the title itself may carry.
 *
 * @param tree the title, its root holding phrasing content
 */
export function inlineTitle(tree: Root): PhrasingContent[] {
  return (tree.children as PhrasingContent[]).flatMap(inline);
}

function inline(node: PhrasingContent): PhrasingContent[] {
  switch (node.type) {
    case 'noteReference':
      return [];
    case 'break':
      return [text(' ')];
    case 'image':
      // Its address is one from the folder of its chapter, and a list holds words.
      return node.alt ? [text(node.alt)] : [];
    case 'link':
    case 'linkReference':
      return node.children.flatMap(inline);
    case 'element':
      return ofElement(node);
    case 'html':
      return html(node.value, node);
    default:
      return [copy(node)];
  }
}

/** Page numbers stay behind: the words of a product without pages say the same elsewhere. */
function ofElement(node: ElementNode): PhrasingContent[] {
  const product = node.data.hProperties['dataProduct'];
  if (product === undefined) return [copy(node)];
  return product === 'epub' ? (node.children as PhrasingContent[]).flatMap(inline) : [];
}

function html(value: string, node: PhrasingContent): PhrasingContent[] {
  if (/^<br\b/i.test(value)) return [text(' ')];
  return /^<\/?a\b|\sid\s*=/i.test(value) ? [] : [node];
}

function copy(node: PhrasingContent): PhrasingContent {
  const plain = withoutId(node);
  return 'children' in plain
    ? { ...plain, children: (plain.children as PhrasingContent[]).flatMap(inline) }
    : plain;
}

function withoutId(node: PhrasingContent): PhrasingContent {
  const data = node.data as Partial<ElementNode['data']> | undefined;
  if (data?.hProperties?.['id'] === undefined) return node;
  const { id: _, ...hProperties } = data.hProperties;
  return { ...node, data: { ...data, hProperties } } as PhrasingContent;
}
