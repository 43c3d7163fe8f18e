import type { PhrasingContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Point } from 'unist';
import { visit } from 'unist-util-visit';

/**
 * The running text that the value of an attribute is: `The *first* step`.
 *
 * @param value as typed, one line
 * @param at where the element begins that has it
 */
export function inlineContent(value: string, at: Point | undefined): PhrasingContent[] {
  const tree = unified().use(remarkParse).parse(value);
  const [only] = tree.children;
  const position = at && { start: at, end: at };
  visit(tree, (node) => {
    delete node.position;
    if (position) node.position = position;
  });
  if (only?.type === 'paragraph' && tree.children.length === 1) return only.children;
  return [{ type: 'text', value, ...(position && { position }) }];
}
