import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { Book, Hast, Section } from '../book/book.ts';
import type { PrintedPages } from '../book/page-map.ts';

/** What the page is called on which an id stands; undefined where it stands on none, or on one without a number. */
export type LabelOf = (id: string) => string | undefined;

/** The labels of the printed pages; none where nothing is printed. */
export function labelsIn(printed: PrintedPages | undefined): LabelOf {
  return (id) => printed?.pages[printed.anchors.get(id) ?? -1]?.label || undefined;
}

/**
 * The book with its cross-references as the e-book has them: with the number of the printed page, where it is known
 * and wanted, and otherwise with what stands in its place.
 */
export function withPageReferences(book: Book<Hast>, labelOf: LabelOf): Book<Hast> {
  const resolve = (section: Section<Hast>): Section<Hast> =>
    hasAlternatives(section.tree) ? { ...section, tree: resolved(section.tree, labelOf) } : section;
  const { front, body, back } = book;
  return { ...book, front: front.map(resolve), body: body.map(resolve), back: back.map(resolve) };
}

function hasAlternatives({ children }: Root | Element): boolean {
  return children.some(
    (child) => child.type === 'element' && (isAlternative(child) || hasAlternatives(child)),
  );
}

/** A tree with its references decided. */
function resolved<Parent extends Root | Element>(node: Parent, labelOf: LabelOf): Parent {
  const label = node.children.some(isAlternative) ? labelOf(pageIn(node.children) ?? '') : undefined;
  const children = node.children.flatMap((child): Array<RootContent | ElementContent> => {
    if (child.type !== 'element') return [child];
    if (!isAlternative(child)) return [resolved(child, labelOf)];
    const isWanted = child.properties['dataPages'] === (label === undefined ? 'none' : 'printed');
    return isWanted ? [filled(child, label)] : [];
  });
  return { ...node, children };
}

function isAlternative(node: RootContent | ElementContent): boolean {
  return node.type === 'element' && node.properties['dataPages'] !== undefined;
}

/** The id whose page is named. */
function pageIn(nodes: ReadonlyArray<RootContent | ElementContent>): string | undefined {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    const { dataPageOf } = node.properties;
    const id = typeof dataPageOf === 'string' ? dataPageOf : pageIn(node.children);
    if (id !== undefined) return id;
  }
  return undefined;
}

/** Words with the number of the page, without what is said of them to the emitters. */
function filled({ properties, children, ...rest }: Element, label: string | undefined): Element {
  const { dataPages: _, dataPageOf, ...own } = properties;
  if (dataPageOf !== undefined && label !== undefined)
    return { ...rest, properties: own, children: [{ type: 'text', value: label }] };
  return {
    ...rest,
    properties: own,
    children: children.map((child) => (child.type === 'element' ? filled(child, label) : child)),
  };
}
