import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import type { CaptionedTable } from '../../book/nodes.ts';
import { classesOf, text } from '../element.ts';
import type { Handler } from './handler.ts';

/** A table that has its caption as its first child and its id and classes from its container. */
export const captionedTable: Handler = (state, node: CaptionedTable) => {
  const converted = state.all({ type: 'root', children: node.children });
  const caption = converted.find((child) => child.type === 'element' && child.tagName === 'caption');
  const block = converted.find((child) => child !== caption);
  if (block?.type !== 'element') return converted;
  const table = tableIn(block);
  table.properties = { ...table.properties, ...node.data?.hProperties };
  if (caption !== undefined) {
    table.properties['className'] = [...classesOf(table), 'captioned'];
    table.children.unshift(text('\n'), caption);
  }
  state.patch(node, block);
  return block;
};

function tableIn(block: Element): Element {
  let found = block;
  visit({ type: 'root', children: [block] }, { tagName: 'table' }, (table: Element) => {
    if (found.tagName !== 'table') found = table;
  });
  return found;
}
