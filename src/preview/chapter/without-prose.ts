import type { Nodes, Parents, Root } from 'mdast';
import type { Section } from '../../book/book.ts';

/** What is nothing but words. */
const prose: ReadonlySet<string> = new Set<Nodes['type']>(['text', 'emphasis', 'strong', 'break']);

/**
 * A section without the paragraphs on which nothing elsewhere in the book depends: those with neither marks of notes
 * nor references, neither figures nor names of their own. What is left is numbered as all of it would be.
 */
export function withoutProse(section: Section): Section {
  const children = section.tree.children.filter((child) => !isProse(child));
  const tree: Root = { ...section.tree, children };
  return { ...section, tree };
}

function isProse(node: Nodes): boolean {
  return node.type === 'paragraph' && node.data === undefined && isOfWords(node);
}

function isOfWords({ children }: Parents): boolean {
  return children.every(
    (node) => prose.has(node.type) && node.data === undefined && (!('children' in node) || isOfWords(node)),
  );
}
