import type { Nodes, Root } from 'mdast';
import type { Point } from 'unist';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { pointIn } from '../book/messages/point-in.ts';

/**
 * Calls back for every match in the source of running text: in paragraphs, headings and
 * cells, outside code, formulas, raw HTML, marks of notes and addresses of links. What
 * syntax left behind as plain text is found there with its exact place.
 *
 * @param tree the tree as parsed from the file
 * @param file the source
 * @param pattern a global regular expression, matched against the source (so with escapes)
 * @param onMatch what to do with a match and the point where it starts
 */
export function scanProse(
  tree: Root,
  file: VFile,
  pattern: RegExp,
  onMatch: (match: RegExpExecArray, point: Point) => void,
): void {
  const source = String(file);
  if (!new RegExp(pattern.source, pattern.flags.replace('g', '')).test(source)) return;
  visit(tree, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
    const { position } = node;
    if (position?.start.offset === undefined || position.end.offset === undefined) return;
    const base = position.start.offset;
    const prose = source.slice(base, position.end.offset).split('');
    for (const child of node.children) mask(child, prose, base);
    const text = prose.join('');
    for (const match of text.matchAll(pattern)) onMatch(match, pointIn(file, base + match.index));
  });
}

/** Blanks out whatever is not the author's running text: marks, addresses, code. */
function mask(node: Nodes, prose: string[], base: number): void {
  if (node.type === 'text' || node.type === 'break') return;
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  const children = 'children' in node ? node.children : [];
  for (const child of children) mask(child, prose, base);
  if (start === undefined || end === undefined) return;
  const inner = children[0]?.position?.start.offset ?? end;
  const outer = children.at(-1)?.position?.end.offset ?? end;
  blank(prose, start - base, inner - base);
  blank(prose, outer - base, end - base);
}

function blank(prose: string[], from: number, to: number): void {
  for (let at = from; at < to; at++) if (prose[at] !== '\n') prose[at] = '\0';
}
