import type { Nodes, Root } from 'mdast';
import type { Point } from 'unist';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { pointIn } from '../book/messages/point-in.ts';

/** What to look for. */
export interface Scanned {
  /** Global; matched against the source (so with escapes). */
  readonly pattern: RegExp;
  /** One of these every match has in it: texts with none of them need not be searched. */
  readonly signs: ReadonlyArray<string>;
}

/**
 * Calls back for every match in the source of running text: in paragraphs, headings and
 * cells, outside code, formulas, raw HTML, marks of notes and addresses of links, which read `\0`.
 * What syntax left behind as plain text is found there with its exact place. What one pattern has
 * found is hidden from those behind it.
 *
 * @param tree the tree as parsed from the file
 * @param file the source
 * @param kinds the patterns, one after the other
 * @param onMatch what to do with a match and the point where it starts
 */
export function scanProse<Kind extends Scanned>(
  tree: Root,
  file: VFile,
  kinds: readonly Kind[],
  onMatch: (kind: Kind, match: RegExpExecArray, point: Point) => void,
): void {
  const source = String(file);
  const possible = kinds.filter((kind) => holdsSign(source, kind));
  if (possible.length === 0) return;
  visit(tree, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
    const { position } = node;
    if (position?.start.offset === undefined || position.end.offset === undefined) return;
    const base = position.start.offset;
    const all = source.slice(base, position.end.offset);
    const here = possible.filter((kind) => holdsSign(all, kind));
    if (here.length === 0) return;
    const ranges: Range[] = [];
    for (const child of node.children) collectText(child, base, ranges);
    if (node.type === 'paragraph') collectUnplaced(node.children, base, position.end.offset, ranges);
    let prose = onlyWithin(all, ranges);
    for (const kind of here) {
      for (const match of prose.matchAll(kind.pattern))
        onMatch(kind, match, pointIn(file, base + match.index));
      // All at once: a paragraph may hold many thousands.
      prose = prose.replace(kind.pattern, hidden);
    }
  });
}

function holdsSign(text: string, { signs }: Scanned): boolean {
  return signs.some((sign) => text.includes(sign));
}

type Range = readonly [start: number, end: number];

/** Where the author's running text stands: texts and line breaks, as offsets from a base. */
function collectText(node: Nodes, base: number, ranges: Range[]): void {
  if (node.type === 'text' || node.type === 'break') {
    const { start, end } = node.position ?? {};
    if (start?.offset !== undefined && end?.offset !== undefined)
      ranges.push([start.offset - base, end.offset - base]);
  } else if ('children' in node) {
    for (const child of node.children) collectText(child, base, ranges);
  }
}

/**
 * What was put in the place of text, as bare addresses behind a bracket are, has no position, nor has the text around:
 * it stands between its neighbours.
 */
function collectUnplaced(nodes: ReadonlyArray<Nodes>, base: number, end: number, ranges: Range[]): void {
  const isPlaced = ({ position }: Nodes): boolean => position?.start.offset !== undefined;
  if (nodes.every(isPlaced)) return;
  const starts = nodes.map(({ position }) => position?.start.offset);
  for (const [index, node] of nodes.entries()) {
    const before = nodes[index - 1];
    if (isPlaced(node) || (before !== undefined && !isPlaced(before))) continue;
    const from = before?.position?.end.offset ?? base;
    const to = starts.find((start, at) => at > index && start !== undefined) ?? end;
    ranges.push([from - base, to - base]);
  }
  ranges.sort(([a], [b]) => a - b);
}

/** The text with everything outside the ranges hidden. */
function onlyWithin(text: string, ranges: readonly Range[]): string {
  let prose = '';
  let at = 0;
  for (const [start, end] of ranges) {
    // Texts that one was divided into have the place of the whole.
    if (end <= at) continue;
    prose += hidden(text.slice(at, Math.max(at, start))) + text.slice(Math.max(at, start), end);
    at = end;
  }
  return prose + hidden(text.slice(at));
}

function hidden(text: string): string {
  return text.replace(/[^\n]/g, '\0');
}
