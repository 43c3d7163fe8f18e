import type { Parents, Root, RootContent } from 'hast';
import { visit } from 'unist-util-visit';

/** A tag; what stands in quotes may hold the sign of its end, which does no harm here. */
const tags = /<(\/?)([a-z][a-z\d]*)([^<>]*)>/gi;

/** Elements that begin anew in every block until they are closed (HTML, 13.2.4.3). */
const formatting = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));

/** Elements that have no end, and those that what follows them ends. */
const passing = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'caption colgroup dd dt li optgroup option p rp rt tbody td tfoot th thead tr'
  ).split(' '),
);

interface Open {
  readonly name: string;
  readonly parent: Parents;
}

/**
 * The first piece of raw HTML behind which more elements are open than a limit, found before it is parsed: each
 * that stays open makes every block behind it longer.
 *
 * @param tree with raw HTML
 * @param most elements, one within the other
 */
export function firstBeyond(tree: Root, most: number): RootContent | undefined {
  let open: Open[] = [];
  let around: Parents = tree;
  let found: RootContent | undefined;
  visit(tree, 'raw', (node, _index, parent) => {
    if (found !== undefined || parent === undefined) return;
    // What Markdown ends takes with it what stands open in it.
    if (parent !== around)
      open = open.filter(
        (each) => each.parent === tree || each.parent === parent || formatting.has(each.name),
      );
    around = parent;
    for (const [tag, end, written = ''] of node.value.matchAll(tags)) {
      const name = written.toLowerCase();
      if (passing.has(name) || (tag.endsWith('/>') && isInDrawing(open))) continue;
      // A link ends the one before.
      if (end === '/' || name === 'a') close(open, name);
      if (end === '/') continue;
      open.push({ name, parent });
      if (open.length <= most) continue;
      found = node;
      return;
    }
  });
  return found;
}

/** Drawings and formulas are read as XML is, where elements may end themselves. */
function isInDrawing(open: ReadonlyArray<Open>): boolean {
  return open.some(({ name }) => name === 'svg' || name === 'math');
}

function close(open: Open[], name: string): void {
  const at = open.findLastIndex((each) => each.name === name);
  if (at !== -1) open.splice(at, 1);
}
