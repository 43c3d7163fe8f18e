import type { Node } from 'unist';
import type { Book, Note, Section } from '../../book/book.ts';
import type { ElementNode } from '../../book/nodes.ts';
import type { DeclaredPart } from '../../book/rights.ts';
import { line } from '../element.ts';
import { sourceLine } from '../wording/source-line.ts';

/**
 * The book with its quotations attributed. A block quotation of a declared source gets its address
 * in `cite` and, unless it has an attribution of its own, a line that names the source and links
 * to it. The keys of the sources go: they mean nothing outside the manuscript.
 *
 * Trees with quotations are copied along the way to them; the rest is shared with the book given.
 *
 * @param book the book
 */
export function attributeQuotations(book: Book): Book {
  const attribute = (section: Section): Section => {
    const titleTree = attributed(section.titleTree, book);
    const tree = attributed(section.tree, book);
    const isSame = tree === section.tree && titleTree === section.titleTree;
    return isSame ? section : { ...section, titleTree, tree };
  };
  const attributeNote = (note: Note): Note => {
    const tree = attributed(note.tree, book);
    return tree === note.tree ? note : { ...note, tree };
  };
  return {
    ...book,
    front: book.front.map(attribute),
    body: book.body.map(attribute),
    back: book.back.map(attribute),
    notes: book.notes.map(attributeNote),
  };
}

/** The key of the source a node quotes. */
export function quotedSource(node: Node): string | undefined {
  const source = dataOf(node).hProperties?.['dataSource'];
  return typeof source === 'string' ? source : undefined;
}

function attributed<Tree extends Node>(node: Tree, book: Book): Tree {
  if (!('children' in node)) return node;
  const given = node.children as Node[];
  const children = given.map((child) => attributed(child, book));
  const source = quotedSource(node);
  if (source !== undefined)
    return { ...node, ...quotation(node, children, book.rights.sources.get(source), book) };
  return children.every((child, index) => child === given[index]) ? node : { ...node, children };
}

function quotation(
  node: Node,
  children: ReadonlyArray<Node>,
  part: DeclaredPart | undefined,
  { metadata }: Book,
): { data: object; children: ReadonlyArray<Node> } {
  const { dataSource: _, ...properties } = dataOf(node).hProperties ?? {};
  if (dataOf(node).hName !== 'blockquote') {
    return { data: { ...node.data, hProperties: properties }, children };
  }
  const cite = part?.url === undefined ? {} : { cite: part.url };
  const words =
    part === undefined || children.some(isAttribution) ? undefined : sourceLine(part, metadata.language);
  return {
    data: { ...node.data, hProperties: { ...properties, ...cite } },
    children: words === undefined ? children : [...children, line('attribution', words)],
  };
}

function isAttribution(node: Node): boolean {
  const classes = dataOf(node).hProperties?.['className'];
  return Array.isArray(classes) && classes.includes('attribution');
}

function dataOf(node: Node): Partial<ElementNode['data']> {
  return node.data ?? {};
}
