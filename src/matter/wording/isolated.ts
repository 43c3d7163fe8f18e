import type { PhrasingContent, RootContent } from 'mdast';
import { directionOf } from '../../language/direction.ts';
import { element, text } from '../element.ts';

/**
 * A number or address that reads from left to right, set apart where the text around it runs the
 * other way: between Arabic words the groups of an ISBN would change places.
 *
 * @param value the number or address
 * @param language BCP 47, of the text around it
 */
export function isolated(value: string, language: string): PhrasingContent {
  if (directionOf(language) === 'ltr') return text(value);
  return element('bdi', { dir: 'ltr' }, [text(value)]);
}

/**
 * The blocks with the words of their links set apart where the text runs from right to left.
 *
 * @param nodes the blocks
 * @param language BCP 47, of the text
 */
export function withIsolatedLinks(nodes: RootContent[], language: string): RootContent[] {
  return directionOf(language) === 'ltr' ? nodes : nodes.map(isolateLinks);
}

function isolateLinks<Node extends RootContent>(node: Node): Node {
  if (!('children' in node)) return node;
  if (node.type !== 'link') return { ...node, children: node.children.map(isolateLinks) };
  const [only] = node.children;
  const isAddress = node.children.length === 1 && only?.type === 'text' && node.url.endsWith(only.value);
  return { ...node, children: [element('bdi', isAddress ? { dir: 'ltr' } : {}, node.children)] };
}
