import type { ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { append } from '../book/long-lists.ts';
import { classesOf, element, text } from './element.ts';

/**
 * Makes every line of a block of code a `span` of class `code-line`, its end included, so that a
 * line too long for the page can hang and be numbered. Numbers stand in `data-line`, lines to
 * stress have the class `stressed`.
 */
export function rehypeCodeLines() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, _index, parent) => {
      if (node.tagName !== 'code' || parent?.type !== 'element' || parent.tagName !== 'pre') return;
      const { dataNumbers, dataLines = '', ...properties } = node.properties;
      node.properties = properties;
      const stressed = new Set(String(dataLines).split(' '));
      const lines = linesOf(node.children);
      node.children = lines.map((children, index) =>
        element(
          'span',
          {
            className: ['code-line', ...(stressed.has(String(index + 1)) ? ['stressed'] : [])],
            ...(dataNumbers === undefined ? {} : { dataLine: String(Number(dataNumbers) + index) }),
          },
          children,
        ),
      );
      if (dataNumbers === undefined) return;
      parent.properties['className'] = [...classesOf(parent), 'numbered'];
    });
  };
}

/** Content divided behind every line feed, through whatever elements a line goes on in. */
function linesOf(content: readonly ElementContent[]): ElementContent[][] {
  const lines = divided(content);
  if (lines.at(-1)?.length === 0) lines.pop();
  return lines;
}

/** As `linesOf`, with a last line that is empty where the content ends with a line feed. */
function divided(content: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  for (const node of content) {
    for (const [index, pieces] of piecesOf(node).entries()) {
      if (index > 0) lines.push([]);
      append(lines.at(-1) ?? [], pieces);
    }
  }
  return lines;
}

/** A node, divided: by line, what of it stands there. */
function piecesOf(node: ElementContent): ElementContent[][] {
  if (node.type === 'text') {
    const pieces = node.value.split(/(?<=\n)/).map((value) => [text(value)]);
    return node.value.endsWith('\n') ? [...pieces, []] : pieces;
  }
  if (node.type !== 'element') return [[node]];
  const { id: _, ...others } = node.properties;
  return divided(node.children).map((children, index) => {
    if (index === 0) return [{ ...node, children }];
    return children.length === 0 ? [] : [{ ...node, properties: others, children }];
  });
}
