import type { Element, ElementContent, Nodes, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { greatest } from '../book/long-lists.ts';

/** The narrowest page: 320 px with type of 32 px, twice the usual size, and small margins; in em. */
const narrowestPage = 9;

/** A cell's own measures, in em: of its type, and of the room at its sides. */
const cellType = 0.9;
const cellSides = 1.2;

/**
 * The tree with what may be wider than a telephone in blocks that scroll sideways, since numbers, words,
 * formulas and drawings stay whole on a screen as well: tables whose longest words do not stand side by
 * side on the narrowest page, formulas, and code that is drawn with lines. They can be
 * reached and moved by the keyboard. The tree given stays as it is.
 */
export function withScrollingBlocks(tree: Root): Root {
  return {
    ...tree,
    children: tree.children.flatMap((child) => (child.type === 'element' ? scrolling(child) : child)),
  };
}

function scrolling(node: Element): Element {
  if (node.tagName === 'table') return narrowestOf(node) > narrowestPage ? block('wide-table', node) : node;
  if (node.tagName === 'math') return lettersOf(node) / 2 > narrowestPage ? inLine(node) : node;
  if (isFormula(node)) return { ...node, properties: { ...node.properties, tabIndex: 0 } };
  if (node.tagName === 'pre' && isDrawn(toString(node))) return drawnCode(node);
  return {
    ...node,
    children: node.children.map((child) => (child.type === 'element' ? scrolling(child) : child)),
  };
}

/** In a line no engine divides a formula. */
function inLine(math: Element): Element {
  const properties = { className: ['wide-formula'], tabIndex: 0 };
  return { type: 'element', tagName: 'span', properties, children: [math] };
}

/** Characters of a formula as they stand side by side, or fewer. */
function lettersOf(node: Nodes): number {
  if (node.type === 'text') return node.value.trim().length;
  if (!('children' in node) || (node.type === 'element' && node.tagName === 'annotation')) return 0;
  const own = node.children.map(lettersOf);
  const isStacked =
    node.type === 'element' && /^m(?:frac|sub|sup|subsup|under|over|underover)$/.test(node.tagName);
  return isStacked ? greatest(own, 0) : own.reduce((sum, letters) => sum + letters, 0);
}

function block(name: string, node: Element): Element {
  const properties = { className: [name], tabIndex: 0 };
  return { type: 'element', tagName: 'div', properties, children: [node] };
}

function isFormula({ tagName, properties }: Element): boolean {
  return tagName === 'div' && [properties['className']].flat().includes('math');
}

function drawnCode(node: Element): Element {
  const className = [...[node.properties['className'] ?? []].flat(), 'drawn'] as string[];
  return { ...node, properties: { ...node.properties, className, tabIndex: 0 } };
}

/** Lines and blocks of Unicode, or a corner of the kind that is typed, which a turned line would tear. */
function isDrawn(code: string): boolean {
  return /[\u2500-\u259F]|\+[-=]{2,}\+/.test(code);
}

/** The least width of a table in em of the text around: that of its widest words and of what surrounds them. */
function narrowestOf(table: Element): number {
  const columns: number[] = [];
  for (const row of rowsOf(table)) {
    let at = 0;
    for (const cell of elementsIn(row)) {
      const span = Number(cell.properties['colSpan'] ?? 1);
      const share = (greatest(piecesOf(cell, 0.5), 0) * cellType + cellSides * cellType) / span;
      for (const end = at + span; at < end; at++) columns[at] = Math.max(columns[at] ?? 0, share);
    }
  }
  return columns.reduce((sum, width) => sum + width, 0);
}

function rowsOf(node: Element): Element[] {
  return node.tagName === 'tr' ? [node] : elementsIn(node).flatMap(rowsOf);
}

function elementsIn({ children }: Element): Element[] {
  return children.filter((child: ElementContent) => child.type === 'element');
}

/** Widths in em of what a line cannot divide, each letter taken for half an em or what code has. */
function piecesOf(node: Nodes, letter: number): number[] {
  if (node.type === 'text')
    return node.value
      .split(/[\s\u00AD\u200B]+|(?<=-)|(?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}])/u)
      .map((piece) => piece.length * letter);
  if (!('children' in node)) return [];
  const own = node.type === 'element' && /^(?:code|kbd|samp)$/.test(node.tagName) ? 0.54 : letter;
  return node.children.flatMap((child) => piecesOf(child, own));
}
