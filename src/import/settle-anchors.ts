import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { fragmentOf, idsOf } from './notes/note-elements.ts';

/** The element that stands for the name of a heading until the text is Markdown. */
export const headingName = 'heading-name';

/**
 * Links to headings stay: the headings get attributes with their names. Links to other places of the
 * document leave their words, and empty anchors go. Use when notes have been marked.
 */
export function settleAnchors(tree: Root): void {
  const headings = headingsByName(tree);
  const wanted = new Set<Element>();
  visit(tree, 'element', (element, index, parent) => {
    if (element.tagName !== 'a' || parent === undefined || index === undefined) return undefined;
    const name = fragmentOf(element);
    const isLocal = name !== undefined && String(element.properties['href']).startsWith('#');
    const heading = isLocal ? headings.get(name) : undefined;
    if (heading !== undefined && toString(element).trim() !== '') {
      wanted.add(heading);
      element.properties = { href: `#${idOf(heading)}` };
      return undefined;
    }
    const leads =
      typeof element.properties['href'] === 'string' && element.properties['href'] !== '' && !isLocal;
    if (leads && (toString(element).trim() !== '' || element.children.some(({ type }) => type === 'element')))
      return undefined;
    parent.children.splice(index, 1, ...element.children);
    return [SKIP, index];
  });
  for (const heading of wanted)
    heading.children.push({
      type: 'element',
      tagName: headingName,
      properties: { id: idOf(heading) },
      children: [],
    });
}

/** Headings by the names of the anchors in them, around them or right before them. */
function headingsByName(tree: Root): Map<string, Element> {
  const found = new Map<string, Element>();
  let waiting: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'text' && node.value.trim() !== '') waiting = [];
    if (node.type !== 'element') return;
    waiting.push(...idsOf(node));
    if (!/^h[1-6]$/.test(node.tagName)) return;
    visit(node, 'element', (inner) => {
      waiting.push(...idsOf(inner));
    });
    for (const name of waiting) if (!found.has(name)) found.set(name, node);
  });
  return found;
}

function idOf(heading: Element): string {
  const words = toString(heading)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return (words ?? ['section']).slice(0, 8).join('-');
}
