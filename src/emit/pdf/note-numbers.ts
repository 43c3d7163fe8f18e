import type { Element, ElementContent } from 'hast';
import { hasClass } from './has-class.ts';

/**
 * The list of notes as print has it: the number stands in the text, so that it can hang in the
 * margin, and is itself the link back; arrows are kept only where a note is cited several
 * times. The given element is not changed.
 *
 * @param list an `ol` of class `notes`
 */
export function withNoteNumbers(list: Element): Element {
  let number = Number(list.properties['start'] ?? 1);
  const children = list.children.map((item): ElementContent => {
    if (item.type !== 'element' || item.tagName !== 'li') return item;
    const stated = Number(item.properties['value'] ?? number);
    number = stated + 1;
    return numbered(item, stated);
  });
  return { ...list, children };
}

function numbered(item: Element, number: number): Element {
  const links = backLinksOf(item);
  const [first] = links;
  const label: Element = {
    type: 'element',
    tagName: 'a',
    properties: { className: ['note-number'], ...(first && { href: first.properties['href'] ?? '' }) },
    children: [{ type: 'text', value: `${number}.` }],
  };
  const content = links.length === 1 ? item.children.map(withoutBackLink) : item.children;
  const index = content.findIndex((child) => child.type === 'element');
  const block = content[index];
  if (block?.type !== 'element' || block.tagName !== 'p') return { ...item, children: [label, ...content] };
  const opened: Element = { ...block, children: [label, ...block.children] };
  return { ...item, children: content.with(index, opened) };
}

function backLinksOf(parent: Element): Element[] {
  return parent.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return hasClass(child, 'backlink') ? [child] : backLinksOf(child);
  });
}

function withoutBackLink(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  const children = node.children
    .filter((child) => child.type !== 'element' || !hasClass(child, 'backlink'))
    .map(withoutBackLink);
  return { ...node, children };
}
