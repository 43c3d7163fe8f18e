import type { Element, ElementContent, Root, RootContent } from 'hast';
import { visit } from 'unist-util-visit';
import type { Labels } from '../../../book/labels.ts';
import type { PrintedPages } from '../../../book/page-map.ts';

type Words = Pick<Labels, 'notesToPage' | 'notesToPages'>;

/**
 * The tree with a line before every list of notes that says to which printed pages its notes belong, as the running
 * heads say on paper; the numbers lead to the first mark on their page. A list with a mark on no page has none, and
 * marks that stand in notes do not count.
 */
export function withNotesToPages(tree: Root, printed: PrintedPages, words: Words): Root {
  const inNotes = new Set<unknown>();
  visit(tree, 'element', ({ properties }) => void inNotes.add(properties['id']));
  const lineOver = (list: Element): Element[] => lineOf(list, printed, inNotes, words);
  return { ...tree, children: tree.children.flatMap((child) => withLines(child, lineOver)) };
}

function withLines<Node extends RootContent | ElementContent>(
  node: Node,
  lineOver: (list: Element) => Element[],
): Array<Node | Element> {
  if (node.type !== 'element') return [node];
  if (isNotes(node)) return [...lineOver(node), node];
  const children = node.children.flatMap((child) => withLines(child, lineOver));
  return [{ ...node, children }];
}

function isNotes({ tagName, properties: { className } }: Element): boolean {
  return tagName === 'ol' && Array.isArray(className) && className.includes('notes');
}

/** "Notes to pages 12–34", or nothing. */
function lineOf(
  list: Element,
  { pages, anchors }: PrintedPages,
  inNotes: ReadonlySet<unknown>,
  words: Words,
): Element[] {
  const marks: Array<{ readonly href: string; readonly page: number }> = [];
  visit(list, 'element', ({ properties }) => {
    const { href } = properties;
    if (properties['epub:type'] !== 'backlink' || typeof href !== 'string') return;
    const id = href.slice(1);
    if (!inNotes.has(id)) marks.push({ href, page: anchors.get(id) ?? -1 });
  });
  const inOrder = marks.toSorted((a, b) => a.page - b.page);
  const first = inOrder[0];
  const last = inOrder.find(({ page }) => page === inOrder.at(-1)?.page);
  if (first === undefined || last === undefined) return [];
  const labelOf = (page: number): string => pages[page]?.label ?? '';
  if (inOrder.some(({ page }) => labelOf(page) === '')) return [];
  const link = ({ href, page }: typeof first): Element =>
    element('a', { href }, [{ type: 'text', value: labelOf(page) }]);
  const line =
    first.page === last.page
      ? filled(words.notesToPage, { page: link(first) })
      : filled(words.notesToPages, { first: link(first), last: link(last) });
  return [element('p', { className: ['notes-to-pages'] }, line)];
}

/** The words with elements in place of their placeholders. */
function filled(wording: string, values: Readonly<Record<string, Element>>): ElementContent[] {
  return wording.split(/\{(\w+)\}/).flatMap((piece, index): ElementContent[] => {
    const value = index % 2 === 1 ? values[piece] : undefined;
    if (value !== undefined) return [value];
    return piece === '' ? [] : [{ type: 'text', value: piece }];
  });
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
