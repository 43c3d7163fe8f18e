import type { Parents, Root, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { contentModels } from './content-models.ts';

/** The property that marks a drawing that is not closed in the text it begins in, and so is none. */
export const openDrawing = 'dataOpenDrawing';

/** Comments, and the tags of drawings, whose quoted values may hold any sign. */
const tags = /<!--[\s\S]*?(?:-->|$)|<(\/?)svg(?=[\s/>])(?:"[^"]*"|'[^']*'|[^'">])*>/gi;

/**
 * Makes one piece of raw HTML of every drawing, `<svg>` to `</svg>`, that Markdown has read tag by tag: what it
 * made of the text between is its plain text again. Those that are never closed, or in another block, are marked.
 *
 * @param tree with raw HTML
 */
export function joinDrawings(tree: Root): void {
  visit(tree, (node) => {
    if ('children' in node && node.children.some(({ type }) => type === 'raw')) joinIn(node);
  });
}

function joinIn(parent: Parents): void {
  const children = parent.children as RootContent[];
  const joined: RootContent[] = [];
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index];
    if (child === undefined) break;
    joined.push(child);
    if (child.type !== 'raw' || openIn(child.value) <= 0) continue;
    const end = endOfDrawing(children, index);
    if (end === undefined) {
      child.value = marked(child.value);
      continue;
    }
    const pieces = children.slice(index + 1, end + 1).map(sourceOf);
    child.value = `${child.value}${pieces.join('')}`;
    const last = children[end]?.position?.end;
    if (child.position !== undefined && last !== undefined)
      child.position = { start: child.position.start, end: last };
    index = end;
  }
  (parent as Root).children = joined;
}

/** How many drawings a piece leaves open; fewer than none where it closes more than it opens. */
function openIn(raw: string): number {
  let open = 0;
  for (const [tag, end] of raw.matchAll(tags)) {
    if (end === '/') open -= 1;
    else if (end === '' && !tag.endsWith('/>')) open += 1;
  }
  return open;
}

/** The piece that closes what another opens; blocks of Markdown are no part of a drawing. */
function endOfDrawing(children: ReadonlyArray<RootContent>, start: number): number | undefined {
  let open = 0;
  for (let index = start; index < children.length; index += 1) {
    const child = children[index];
    if (child === undefined || isBlock(child)) return undefined;
    if (child.type !== 'raw') continue;
    open += openIn(child.value);
    if (open <= 0) return index;
  }
  return undefined;
}

function isBlock(node: RootContent): boolean {
  return node.type === 'element' && contentModels.get(node.tagName)?.stands !== 'phrasing';
}

function sourceOf(node: RootContent): string {
  if (node.type === 'raw') return node.value;
  return toString(node).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** With a mark in the tag of the outermost drawing that stays open. */
function marked(raw: string): string {
  const starts: number[] = [];
  for (const match of raw.matchAll(tags)) {
    if (match[1] === '/') starts.pop();
    else if (match[1] === '' && !match[0].endsWith('/>')) starts.push(match.index);
  }
  const at = (starts[0] ?? 0) + '<svg'.length;
  return `${raw.slice(0, at)} data-open-drawing${raw.slice(at)}`;
}
