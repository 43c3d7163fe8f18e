import type { ElementContent } from 'hast';
import type { Nodes } from 'mdast';
import { element, text } from '../element.ts';
import type { Handler } from './handler.ts';

/**
 * What a term of a definition list means. One paragraph directly below its term stands without
 * `<p>`, as in the items of tight lists; several stay paragraphs.
 */
export const definition: Handler = (state, node: Extract<Nodes, { type: 'defListDescription' }>) => {
  const content = state.all(node);
  const [only] = content;
  const tight = !node.spread && content.length === 1 && only?.type === 'element' && only.tagName === 'p';
  const children: ElementContent[] = tight
    ? only.children
    : [text('\n'), ...content.flatMap((child) => [child, text('\n')])];
  return state.applyData(node, element('dd', {}, children, node.position));
};
