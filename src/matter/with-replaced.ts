import type { Node } from 'unist';

/**
 * The tree with some of its nodes replaced; what holds none of these is shared with the tree given.
 *
 * @param node the tree, whose root stays
 * @param replace what stands in place of a node, whose children are then left alone; nothing where
 * it stays and its children are to be looked at
 */
export function withReplaced<Tree extends Node>(node: Tree, replace: (node: Node) => Node | undefined): Tree {
  if (!('children' in node)) return node;
  const given = node.children as Node[];
  const children = given.map((child) => replace(child) ?? withReplaced(child, replace));
  return children.every((child, index) => child === given[index]) ? node : { ...node, children };
}
