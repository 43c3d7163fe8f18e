import type { Link, PhrasingContent, RootContent } from 'mdast';
import { isBound } from './rich-text.ts';

/** Where the entry of a work is, and what leads back from it. */
export interface WorkPlaces {
  /** The id of its entry; nothing where none is printed. */
  readonly entryOf: (key: string) => string | undefined;
  /** Enters a place that cites a work: the id of the link. */
  readonly enter: (key: string) => string;
}

/**
 * Has a citation lead to the entries of its works: all it says of a work in running text, in a note the first of
 * its words, since there may be addresses behind them.
 *
 * @param nodes what the citation says, with bounds
 * @param keys of its works
 */
export function linkWorks(
  nodes: ReadonlyArray<PhrasingContent>,
  keys: ReadonlyArray<string>,
  isNote: boolean,
  places: WorkPlaces,
): PhrasingContent[] {
  const linked = new Set<string>();
  const linkTo = (key: string, children: RootContent[]): RootContent[] => {
    const entry = places.entryOf(key);
    if (entry === undefined || (isNote && linked.has(key)) || hasLink(children)) return children;
    linked.add(key);
    return [linkOf(entry, places.enter(key), children)];
  };
  const bounded = (list: ReadonlyArray<RootContent>): RootContent[] => {
    const result: RootContent[] = [];
    for (let index = 0; index < list.length; index += 1) {
      const node = list[index];
      if (node === undefined) continue;
      if (isBound(node)) {
        const key = String(node.data.hProperties['key']);
        const end = isNote ? index : lastOf(list, index, key);
        const inner = list.slice(index, end + 1).flatMap((each) => (isBound(each) ? each.children : [each]));
        result.push(
          ...linkTo(
            key,
            inner.flatMap((each) => withoutBounds(each)),
          ),
        );
        index = end;
      } else if ('children' in node)
        result.push({ ...node, children: bounded(node.children) } as RootContent);
      else result.push(node);
    }
    return result;
  };
  const result = bounded(nodes);
  const [only] = keys;
  // A label alone has no bounds.
  if (linked.size === 0 && only !== undefined && !hasLink(result))
    return linkTo(only, result) as PhrasingContent[];
  return result as PhrasingContent[];
}

/** Where the last of the words of a work stands before those of another. */
function lastOf(list: ReadonlyArray<RootContent>, from: number, key: string): number {
  let last = from;
  for (let index = from + 1; index < list.length; index += 1) {
    const node = list[index];
    if (node === undefined || hasLink([node])) break;
    if (!isBound(node)) continue;
    if (node.data.hProperties['key'] !== key) break;
    last = index;
  }
  return last;
}

function withoutBounds(node: RootContent): RootContent[] {
  if (isBound(node)) return node.children.flatMap(withoutBounds);
  if (!('children' in node)) return [node];
  return [{ ...node, children: (node.children as RootContent[]).flatMap(withoutBounds) } as RootContent];
}

function hasLink(nodes: ReadonlyArray<RootContent>): boolean {
  return nodes.some((node) => node.type === 'link' || ('children' in node && hasLink(node.children)));
}

function linkOf(entry: string, id: string, children: RootContent[]): Link {
  const hProperties = { id, role: 'doc-biblioref', 'epub:type': 'biblioref' };
  return { type: 'link', url: `#${entry}`, children: children as PhrasingContent[], data: { hProperties } };
}
