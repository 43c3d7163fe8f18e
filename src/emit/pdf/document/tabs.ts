import type { Element, ElementContent } from 'hast';

/** How far tabs stand apart, in characters: as `tab-size` of CSS has it (CSS Text Level 3, 4.2). */
const size = 8;

/**
 * Preformatted text with blanks for its tabs. Chrome measures a tab in a line that hangs out as if the line did not,
 * and breaks it too late.
 */
export function withoutTabs(pre: Element): Element {
  let column = 0;
  const spaced = (value: string): string =>
    value.replace(/[^\t\n]+|\n|\t/gu, (piece) => {
      if (piece === '\n') {
        column = 0;
        return piece;
      }
      const wide = piece === '\t' ? ' '.repeat(size - (column % size)) : piece;
      column += Array.from(wide).length;
      return wide;
    });
  const copied = <Node extends ElementContent>(node: Node): Node => {
    if (node.type === 'text') return { ...node, value: spaced(node.value) };
    return node.type === 'element' ? { ...node, children: node.children.map(copied) } : node;
  };
  return hasTab(pre) ? copied(pre) : pre;
}

function hasTab(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.includes('\t');
  return node.type === 'element' && node.children.some(hasTab);
}
