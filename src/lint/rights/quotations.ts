import type { Nodes, Parents, Root } from 'mdast';
import type { Point } from 'unist';
import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { sections, type Book } from '../../book/book.ts';
import { pointIn } from '../../book/messages/point-in.ts';
import { propertiesOf } from './properties.ts';
import type { Use } from './use.ts';

/** A quotation that names its source: `:::quote{source=key}` or `:quote[words]{source=key}`. */
export interface Quotation extends Use {
  /** The key it names. */
  readonly source: string;
  readonly node: Nodes;
  /** What follows it in the same paragraph or flow. */
  readonly next?: Nodes | undefined;
  /** Whether it stands inside another quotation of the same source. */
  readonly nested: boolean;
  /** Where the key stands. */
  readonly keyPoint: Point | undefined;
}

/**
 * The quotations of the book that name a source: those of each section in reading order, its title
 * first, then those of the notes in the order of their definitions.
 *
 * @param book the book
 */
export function quotationsOf(book: Book): Quotation[] {
  return [
    ...sections(book).flatMap(({ titleTree, tree, file }) => [
      ...inTree(titleTree, file),
      ...inTree(tree, file),
    ]),
    ...book.notes.flatMap(({ tree, file }) => inTree(tree, file)),
  ];
}

function inTree(tree: Root, file: VFile): Quotation[] {
  const found: Quotation[] = [];
  visitParents(tree, (node: Nodes, ancestors: Parents[]) => {
    const source = sourceOf(node);
    if (source === undefined) return;
    const siblings: ReadonlyArray<Nodes> = ancestors.at(-1)?.children ?? [];
    found.push({
      source,
      node,
      next: siblings[siblings.indexOf(node) + 1],
      nested: ancestors.some((ancestor) => sourceOf(ancestor) === source),
      file,
      position: node.position,
      keyPoint: keyPoint(node, source, file),
    });
  });
  return found;
}

function sourceOf(node: Nodes): string | undefined {
  const source = propertiesOf(node)['dataSource'];
  return typeof source === 'string' ? source : undefined;
}

/** Where the key stands in the source text; the beginning of the quotation where it cannot be told. */
function keyPoint(node: Nodes, key: string, file: VFile): Point | undefined {
  const { start, end } = node.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return start;
  const written = String(file).slice(start.offset, end.offset);
  const isBlock = written.startsWith(':::');
  // The attributes of a block stand on its first line, those of quoted words at the end.
  const area = isBlock ? (written.split('\n', 1)[0] ?? '') : written;
  const brace = isBlock ? area.indexOf('{') : area.lastIndexOf('{');
  const index = brace < 0 ? -1 : area.indexOf(key, brace);
  return index < 0 ? start : pointIn(file, start.offset + index);
}
