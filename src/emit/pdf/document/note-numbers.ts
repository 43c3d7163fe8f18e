import type { Element, ElementContent, Properties } from 'hast';
import { inDigits } from '../../../language/digits.ts';
import { hasClass } from './has-class.ts';

/**
 * The list of notes as print has it: the number or sign stands in the text, so that it can hang in
 * the margin, and is itself the link back; arrows are kept only where a note is cited several
 * times. The given element is not changed.
 *
 * @param list an `ol` of class `notes`
 * @param language of the numbers (BCP 47)
 */
export function withNoteNumbers(list: Element, language: string): Element {
  let number = Number(list.properties['start'] ?? 1);
  const children = list.children.map((item): ElementContent => {
    if (item.type !== 'element' || item.tagName !== 'li') return item;
    const stated = Number(item.properties['value'] ?? number);
    number = stated + 1;
    return numbered(item, inDigits(stated, language));
  });
  return { ...list, children };
}

function numbered(item: Element, number: string): Element {
  const links = backLinksOf(item);
  const [first] = links;
  const { sign, content } = withoutSign(links.length === 1 ? withoutBackLinks(item.children) : item.children);
  const label: Element = {
    type: 'element',
    tagName: 'a',
    properties: { className: ['note-number'], ...(first && backTo(first)) },
    children: sign ?? [{ type: 'text', value: `${number}.` }],
  };
  const index = content.findIndex((child) => child.type === 'element');
  const block = content[index];
  if (block?.type !== 'element' || block.tagName !== 'p') return { ...item, children: [label, ...content] };
  const opened: Element = { ...block, children: [label, ...block.children] };
  return { ...item, children: content.with(index, opened) };
}

/** Where a back link leads, and what it is called. */
function backTo({ properties: { href, ariaLabel } }: Element): Properties {
  return { href: href ?? '', ...(ariaLabel !== undefined && { ariaLabel }) };
}

function backLinksOf(parent: Element): Element[] {
  return parent.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return hasClass(child, 'backlink') ? [child] : backLinksOf(child);
  });
}

/** The content without its group of back links, which is the last thing of a note or of its last paragraph. */
function withoutBackLinks(content: ReadonlyArray<ElementContent>): ElementContent[] {
  return content.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    if (hasClass(node, 'backlinks')) return [];
    const children = node.children.filter(
      (child) => child.type !== 'element' || !hasClass(child, 'backlinks'),
    );
    return [children.length === node.children.length ? node : { ...node, children }];
  });
}

/** The sign a marked note begins with, and the rest: without the paragraph, if the sign was all of it. */
function withoutSign(content: ElementContent[]): { sign?: ElementContent[]; content: ElementContent[] } {
  const index = content.findIndex((child) => child.type === 'element');
  const block = content[index];
  const [sign, ...rest] = block?.type === 'element' ? block.children : [];
  if (block?.type !== 'element' || sign?.type !== 'element' || !hasClass(sign, 'note-sign'))
    return { content };
  if (hasClass(block, 'note-opening')) return { sign: sign.children, content: content.toSpliced(index, 1) };
  const [space, ...others] = rest;
  const children =
    space?.type === 'text' ? [{ ...space, value: space.value.replace(/^ /, '') }, ...others] : rest;
  return { sign: sign.children, content: content.with(index, { ...block, children }) };
}
