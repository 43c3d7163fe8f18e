import type { Element, ElementContent, Root, RootContent } from 'hast';

/**
 * The tree with numbers of printed pages in the index, where links were counted before: each page once, as the index
 * on paper has it, and those in notes with the number of the note. What stands on no page stays as it is.
 *
 * @param labelOf what the page is called on which an id stands; undefined where it stands on none
 */
export function withPageLocators(tree: Root, labelOf: (id: string) => string | undefined): Root {
  const numbered = <Node extends RootContent | ElementContent>(node: Node): Node => {
    if (node.type !== 'element') return node;
    const children = isList(node)
      ? locatorsOf(node.children, labelOf)
      : node.children.map((child) => numbered(child));
    return { ...node, children };
  };
  return { ...tree, children: tree.children.map((child) => numbered(child)) };
}

function isList({ properties }: Element): boolean {
  return properties['epub:type'] === 'index-locator-list';
}

/** The comma before the first, then the links, each with the comma behind it. */
function locatorsOf(
  children: ReadonlyArray<ElementContent>,
  labelOf: (id: string) => string | undefined,
): ElementContent[] {
  const [opening, ...rest] = children;
  const links = rest.filter((child): child is Element => child.type === 'element');
  const labels = links.map(({ properties: { href } }) =>
    labelOf(typeof href === 'string' ? href.slice(1) : ''),
  );
  if (opening === undefined || labels.includes(undefined)) return [...children];
  const known = new Map<string, Element>();
  links.forEach((link, index) => {
    const note = /n.*$/.exec(textOf(link))?.[0] ?? '';
    const value = `${labels[index] ?? ''}${note}`;
    const same = known.get(value);
    // A page is the principal one of its entry by being so anywhere on it.
    const isMain = [link, same].some((each) => each?.properties['className'] !== undefined);
    const properties = { ...(same ?? link).properties, ...(isMain && { className: ['main'] }) };
    known.set(value, { ...(same ?? link), properties, children: [{ type: 'text', value }] });
  });
  const separator: ElementContent = { type: 'text', value: ', ' };
  return [
    opening,
    ...[...known.values()].flatMap((link, index) => (index === 0 ? [link] : [separator, link])),
  ];
}

function textOf({ children }: Element): string {
  return children.map((child) => (child.type === 'text' ? child.value : '')).join('');
}
