import type { Root } from 'mdast';

/** Removes YAML front matter, which the reader of the manuscript has already understood. */
export function remarkDropFrontMatter() {
  return (tree: Root): void => {
    tree.children = tree.children.filter((node) => node.type !== 'yaml');
  };
}
