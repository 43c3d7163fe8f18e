import type { Element, Properties, Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Marks every element of a tree, so that it can be told from the author's after both have
 * been through an HTML parser, and so that the parser cannot change its properties.
 *
 * @param tree the tree, before its raw HTML is parsed
 * @param source the source of that HTML: the mark is one it does not contain
 * @returns a function that takes the parsed tree, gives the marked elements their properties
 * back and returns the set of them
 */
export function stampElements(tree: Root, source: string): (parsed: Root) => ReadonlySet<Element> {
  let name = 'own';
  while (source.toLowerCase().includes(`data-${name}`)) name += 'n';
  const property = `data${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const known: Array<{ tagName: string; properties: Properties; seen: boolean }> = [];
  visit(tree, 'element', (node) => {
    const { tagName, properties } = node;
    node.properties = { [property]: String(known.length) };
    known.push({ tagName, properties, seen: false });
  });

  return (parsed) => {
    const own = new Set<Element>();
    visit(parsed, 'element', (node) => {
      const entry = known[Number(node.properties[property] ?? -1)];
      if (!entry || entry.tagName !== node.tagName) return;
      node.properties = { ...entry.properties };
      // The parser repeats an inline element that is left open across blocks.
      if (entry.seen) delete node.properties['id'];
      entry.seen = true;
      own.add(node);
    });
    return own;
  };
}
