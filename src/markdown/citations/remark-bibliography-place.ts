import type { Root, RootContent } from 'mdast';
import { SKIP, visit, type VisitorResult } from 'unist-util-visit';
import { replaceIn } from '../../book/long-lists.ts';

/**
 * Finds where the author wants the bibliography: `::bibliography`, or Pandoc's `::: {#refs}`, whose content stays
 * before it. Use before the directives get their elements.
 */
export function remarkBibliographyPlace() {
  return (tree: Root): void => {
    visit(tree, (node, index, parent): VisitorResult => {
      if (parent === undefined || index === undefined || !isPlace(node)) return undefined;
      const content = node.type === 'containerDirective' ? node.children : [];
      const place: RootContent = {
        type: 'bibliographyPlace',
        ...(node.position && { position: node.position }),
      };
      replaceIn<RootContent>(parent.children, index, 1, [...content, place]);
      return [SKIP, index + content.length + 1];
    });
  };
}

function isPlace(node: Root | RootContent): boolean {
  if (node.type === 'leafDirective') return node.name === 'bibliography';
  return node.type === 'containerDirective' && node.attributes?.['id'] === 'refs';
}
