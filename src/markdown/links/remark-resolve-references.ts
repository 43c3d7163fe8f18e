import type { Definition, Image, Link, Root } from 'mdast';
import { SKIP, visit, type VisitorResult } from 'unist-util-visit';

/**
 * Turns `[text][label]` and `![alt][label]` into plain links and images and removes the
 * definitions, so that notes and titles can leave the file without them.
 */
export function remarkResolveReferences() {
  return (tree: Root): void => {
    const definitions = new Map<string, Definition>();
    visit(tree, 'definition', (node) => {
      if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
    });
    if (definitions.size === 0) return;
    visit(tree, (node, index, parent): VisitorResult => {
      if (parent === undefined || index === undefined) return undefined;
      if (node.type === 'definition') {
        parent.children.splice(index, 1);
        return [SKIP, index];
      }
      if (node.type !== 'linkReference' && node.type !== 'imageReference') return undefined;
      const definition = definitions.get(node.identifier);
      if (!definition) return undefined;
      const target = {
        url: definition.url,
        ...(definition.title ? { title: definition.title } : {}),
        ...(node.position ? { position: node.position } : {}),
      };
      const resolved: Link | Image =
        node.type === 'linkReference'
          ? { type: 'link', ...target, children: node.children }
          : { type: 'image', ...target, alt: node.alt ?? '' };
      parent.children[index] = resolved;
      return undefined;
    });
  };
}
