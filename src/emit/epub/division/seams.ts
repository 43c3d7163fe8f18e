import type { Element, ElementContent, Properties } from 'hast';

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements with blocks in them that may go on in another file. */
const containers = names('section div article blockquote ol ul dl');

/** Elements that stand in a line: where one has no block around it, its neighbours are of the same line. */
const inline = names(
  'a abbr audio b bdi bdo br button cite code data del dfn em i img input ins kbd label mark math q ruby s samp small span strong sub sup svg time u var video wbr',
);

const headings = names('h1 h2 h3 h4 h5 h6 hgroup header');

/** Whether an element can be divided between its children. */
export function divisible({ tagName, properties, children }: Element): boolean {
  // Numbers that count down depend on all items.
  if (!containers.has(tagName) || properties['reversed'] !== undefined) return false;
  return children.every((child) =>
    child.type === 'element'
      ? !inline.has(child.tagName)
      : child.type !== 'text' || child.value.trim() === '',
  );
}

/** Whether an element begins a part of the text. */
export function opensPart({ tagName }: Element): boolean {
  return headings.has(tagName) || tagName === 'section' || tagName === 'article';
}

/** Whether no file may end between two neighbours: a heading and its text, a term and what it means. */
export function staysWith(before: Element, { tagName }: Element): boolean {
  return headings.has(before.tagName) || tagName === 'dd' || (tagName === 'dt' && before.tagName === 'dt');
}

/**
 * An element that goes on in another file: without its id and what else it can have but once.
 *
 * @param before what of its content is in earlier files
 */
export function continued(
  element: Element,
  before: ReadonlyArray<ElementContent>,
  children: ElementContent[],
): Element {
  const { id, dataSpot: _, ariaLabelledBy, ...properties } = element.properties;
  // A heading in another file names nothing here.
  const name = ariaLabelledBy === undefined ? undefined : headingText(before);
  const rest: Properties = {
    ...properties,
    ...(name !== undefined && name !== '' && { ariaLabel: name }),
    ...(typeof id === 'string' && element.tagName === 'section' && { dataContinues: id }),
    ...(element.tagName === 'ol' && { start: nextNumber(element, before) }),
  };
  return { ...element, properties: rest, children };
}

/** The number of the next item of a list. */
function nextNumber({ properties }: Element, items: ReadonlyArray<ElementContent>): number {
  let next = Number(properties['start'] ?? 1);
  for (const item of items)
    if (item.type === 'element' && item.tagName === 'li') next = Number(item.properties['value'] ?? next) + 1;
  return next;
}

/** The words of the first heading. */
function headingText(nodes: ReadonlyArray<ElementContent>): string | undefined {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    if (/^h[1-6]$/.test(node.tagName)) return textOf(node).replace(/\s+/g, ' ').trim();
    const within = headingText(node.children);
    if (within !== undefined) return within;
  }
  return undefined;
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}
