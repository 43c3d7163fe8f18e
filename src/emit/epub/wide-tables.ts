import type { Element, ElementContent, Root } from 'hast';
import { greatest } from '../../book/long-lists.ts';

/** A table with more columns does not fit a telephone, whatever its words are. */
const mostColumns = 6;

/**
 * The tree with its wide tables in blocks that scroll sideways, since numbers and words stay whole
 * on a screen as well. They can be reached and moved by the keyboard.
 */
export function withScrollingTables(tree: Root): Root {
  return {
    ...tree,
    children: tree.children.flatMap((child) => (child.type === 'element' ? scrolling(child) : child)),
  };
}

function scrolling(node: Element): Element {
  if (node.tagName === 'table' && columnsOf(node) > mostColumns) return block(node);
  return {
    ...node,
    children: node.children.map((child) => (child.type === 'element' ? scrolling(child) : child)),
  };
}

function block(table: Element): Element {
  const properties = { className: ['wide-table'], tabIndex: 0 };
  return { type: 'element', tagName: 'div', properties, children: [table] };
}

/** Cells in the longest row. */
function columnsOf(node: Element): number {
  const children = node.children.filter((child: ElementContent) => child.type === 'element');
  if (node.tagName === 'tr')
    return children.reduce((sum, { properties }) => sum + Number(properties['colSpan'] ?? 1), 0);
  return greatest(children.map(columnsOf), 0);
}
