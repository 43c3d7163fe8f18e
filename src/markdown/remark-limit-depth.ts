import type { Nodes, Root } from 'mdast';
import type { VFile } from 'vfile';
import { limits } from '../book/limits.ts';
import { report } from '../book/messages/messages.ts';

const deepest = limits['text-depth'].most;

/** Reports blocks that are nested too deeply and removes them, so that every later step may recurse. */
export function remarkLimitDepth() {
  return (tree: Root, file: VFile): void => {
    tree.children = tree.children.filter((block) => {
      const culprit = firstBelow(block, deepest - 1);
      if (culprit) report(file, 'too-deep', `The nesting here is deeper than ${deepest} levels`, culprit);
      return !culprit;
    });
  };
}

/** The first node, in document order, that lies deeper than the limit; found without recursion. */
export function firstBelow(tree: Nodes, limit: number): Nodes | undefined {
  const stack: Array<{ node: Nodes; depth: number }> = [{ node: tree, depth: 0 }];
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    if (entry.depth > limit) return entry.node;
    if (!('children' in entry.node)) continue;
    for (const node of entry.node.children.toReversed()) stack.push({ node, depth: entry.depth + 1 });
  }
  return undefined;
}
