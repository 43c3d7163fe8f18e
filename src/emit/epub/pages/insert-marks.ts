import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { PageMark } from './page-marks.ts';
import { hasContent, placeIn, type Path } from './mark-place.ts';

/** A tree with marks, and these in the order in which they stand there. */
export interface MarkedTree {
  readonly tree: Root;
  readonly marks: ReadonlyArray<PageMark>;
}

/**
 * The tree of a section with the marks of its pages, each before the first words of its page. No text is added,
 * none is lost, and words stay whole.
 *
 * DPUB-ARIA 1.1, doc-pagebreak; EPUB Accessibility 1.1, 3.2.
 *
 * @param marks whose spots are in the tree, page after page
 */
export function insertMarks(tree: Root, marks: ReadonlyArray<PageMark>): MarkedTree {
  const paths = pathsTo(tree, new Set(marks.map(({ spot }) => spot)));
  const before = new Map<RootContent, Array<{ readonly at: number; readonly mark: PageMark }>>();
  for (const mark of marks) {
    const path = paths.get(mark.spot);
    if (path === undefined) continue;
    const { node, at } = placeIn(path, mark);
    before.set(node, [...(before.get(node) ?? []), { at, mark }]);
  }
  const placed: PageMark[] = [];
  const copy = (node: RootContent): ElementContent[] => {
    if (node.type !== 'text' && node.type !== 'element') return [];
    const here = before.get(node) ?? [];
    placed.push(...here.map(({ mark }) => mark));
    if (node.type === 'element') {
      const spans = here.map(({ mark }) => markOf(mark));
      return [...spans, { ...node, children: node.children.flatMap(copy) }];
    }
    const nodes: ElementContent[] = [];
    let done = 0;
    for (const { at, mark } of here) {
      if (at > done) nodes.push({ type: 'text', value: node.value.slice(done, at) });
      nodes.push(markOf(mark));
      done = Math.max(done, at);
    }
    return [...nodes, { ...node, value: node.value.slice(done) }];
  };
  return { tree: { ...tree, children: tree.children.flatMap(copy) }, marks: placed };
}

/** The element that marks the beginning of a page; its label is its name, not its text. */
export function markOf({ id, label }: Pick<PageMark, 'id' | 'label'>): Element {
  const properties = { id, role: 'doc-pagebreak', 'epub:type': 'pagebreak', ariaLabel: label };
  return { type: 'element', tagName: 'span', properties, children: [] };
}

/** The elements of some spots, each with those it stands in. */
function pathsTo(tree: Root, spots: ReadonlySet<number>): Map<number, Path> {
  const paths = new Map<number, Path>();
  const visit = (node: RootContent, above: Path): void => {
    if (node.type !== 'element' || !hasContent(node)) return;
    const path = [...above, node];
    const { dataSpot } = node.properties;
    if (dataSpot !== undefined && spots.has(Number(dataSpot))) paths.set(Number(dataSpot), path);
    for (const child of node.children) visit(child, path);
  };
  for (const child of tree.children) visit(child, []);
  return paths;
}
