import type { PhrasingContent, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Book } from '../../book/book.ts';
import { copyrightBlocks } from './copyright-blocks.ts';
import { copyrightValues, type Values } from './copyright-values.ts';
import { element, text } from '../element.ts';

/** Placeholders that name the book and say nothing of its rights. */
const naming: ReadonlySet<string> = new Set(['title', 'subtitle', 'author', 'language']);

/** A page made from a template. */
export interface FilledPage {
  readonly children: RootContent[];
  /** Whether it says more than which book it belongs to. */
  readonly informative: boolean;
}

/** A placeholder in a text of a template, its name the first group. */
const placeholder = /\{([\w-]+)\}/;

/**
 * The template with its placeholders filled. A line that is a placeholder alone becomes the lines
 * of its block, and a paragraph of such lines one group; any other paragraph, heading or list item
 * stands if all its placeholders have values, and otherwise not at all. Headings over nothing and
 * breaks that part nothing go as well.
 *
 * @param template the page, its placeholders text
 * @param book the book
 * @param version the version of Colophon
 */
export function fillTemplate(
  template: Root,
  book: Pick<Book, 'metadata' | 'labels' | 'titleTrees'>,
  version: string | undefined,
): FilledPage {
  const values = copyrightValues(book, version);
  let informative = false;

  const fillBlock = (node: RootContent): RootContent[] => {
    const names = blockNames(node);
    if (names !== undefined) {
      const lines = names.flatMap((name) => {
        const found = copyrightBlocks.get(name)?.(book, version) ?? [];
        if (found.length > 0 && !naming.has(name)) informative = true;
        return found;
      });
      return lines.length > 1 ? [element('div', { className: ['group'] }, lines)] : lines;
    }
    if (node.type === 'paragraph' || node.type === 'heading') {
      const children = fillPhrases(node.children, values);
      if (children === undefined) return [];
      if (node.type === 'paragraph') informative = true;
      // The title of a section is its only heading of depth 1.
      return [
        node.type === 'heading'
          ? { ...node, depth: node.depth === 1 ? 2 : node.depth, children }
          : { ...node, children },
      ];
    }
    if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem') {
      const children = node.children.flatMap(fillBlock);
      return children.length === 0 ? [] : [{ ...node, children } as RootContent];
    }
    return [node];
  };

  const children = withoutOrphans(template.children.flatMap(fillBlock));
  return { children, informative };
}

/** The placeholders of a paragraph each line of which is one that stands for a block. */
function blockNames(node: RootContent): string[] | undefined {
  const [only] = node.type === 'paragraph' && node.children.length === 1 ? node.children : [];
  if (only?.type !== 'text') return undefined;
  const names = only.value.split('\n').map((row) => /^\s*\{([\w-]+)\}\s*$/.exec(row)?.[1] ?? '');
  return names.every((name) => copyrightBlocks.has(name)) ? names : undefined;
}

/** The phrases filled, or nothing where a value is missing. */
function fillPhrases(nodes: ReadonlyArray<PhrasingContent>, values: Values): PhrasingContent[] | undefined {
  const filled: PhrasingContent[] = [];
  for (const node of nodes) {
    const result = fillPhrase(node, values);
    if (result === undefined) return undefined;
    filled.push(...result);
  }
  return filled;
}

function fillPhrase(node: PhrasingContent, values: Values): PhrasingContent[] | undefined {
  if (node.type === 'text') return fillText(node.value, values);
  if (!('children' in node)) return [node];
  const children = fillPhrases(node.children as PhrasingContent[], values);
  if (children === undefined) return undefined;
  if (node.type !== 'link') return [{ ...node, children }];
  const url = fillText(node.url, values);
  if (url === undefined) return undefined;
  // A link cannot stand in a link: what is filled in is reduced to its text.
  const flat = children.map((child) => (child.type === 'link' ? text(toString(child)) : child));
  return [{ ...node, url: encodeURI(decodeSafely(toString(url))), children: flat as typeof node.children }];
}

function fillText(value: string, values: Values): PhrasingContent[] | undefined {
  const nodes: PhrasingContent[] = [];
  for (const [index, piece] of value.split(placeholder).entries()) {
    if (index % 2 === 0) {
      if (piece !== '') nodes.push(text(piece));
      continue;
    }
    const found = values.get(piece);
    if (found === undefined) return undefined;
    nodes.push(...found);
  }
  return nodes;
}

function decodeSafely(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

/** Without headings that have nothing below them, and breaks at the ends or beside each other. */
function withoutOrphans(nodes: ReadonlyArray<RootContent>): RootContent[] {
  const kept: RootContent[] = [];
  for (const node of nodes.toReversed()) {
    const next = kept.at(-1);
    if (node.type === 'heading' && (next === undefined || opens(next, node.depth))) continue;
    if (node.type === 'thematicBreak' && (next === undefined || next.type === 'thematicBreak')) continue;
    kept.push(node);
  }
  while (kept.at(-1)?.type === 'thematicBreak') kept.pop();
  return kept.toReversed();
}

function opens(node: RootContent, depth: number): boolean {
  return node.type === 'thematicBreak' || (node.type === 'heading' && node.depth <= depth);
}
