import type { Element, Parents, Root, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { groupedBy } from '../../book/grouped.ts';
import { noteContent } from './note-content.ts';
import { idsOf, namesNotes, noteDefinition, noteReference } from './note-elements.ts';
import { noteMarks, type NoteMark } from './note-marks.ts';

/**
 * Turns the marks of notes that are links (Word, Google Docs, WordPress, Pandoc and others) into
 * `note-reference` elements, and the notes that they lead to into `note-definition` elements at the end,
 * without their numbers and links back.
 *
 * @returns the headings that announced nothing but notes, which are gone
 */
export function markLinkedNotes(tree: Root): string[] {
  const marks = noteMarks(tree);
  const byHolder = groupedBy(marks, ({ holder }) => holder);
  const labels = new Map([...byHolder.keys()].map((holder, index) => [holder, String(index + 1)]));
  const definitions = [...byHolder].map(([holder, own]): Element => {
    const label = labels.get(holder) ?? '';
    const children = noteContent(holder, new Set(own.flatMap(idsOfMark)), own[0]?.sign);
    return { type: 'element', tagName: noteDefinition, properties: { label }, children };
  });
  for (const { link, parents, holder } of marks) {
    const outer = wholeMark(link, parents);
    outer.tagName = noteReference;
    outer.properties = { label: labels.get(holder) ?? '' };
    outer.children = [];
  }
  const headings = labels.size > 0 ? drop(tree, new Set(labels.keys())) : [];
  tree.children.push(...definitions);
  return headings;
}

/** What a link back to the mark can name. */
function idsOfMark({ link, parents }: NoteMark): string[] {
  const ids = [...parents, link].flatMap((each) => (each.type === 'element' ? idsOf(each) : []));
  visit(link, 'element', (inner) => {
    ids.push(...idsOf(inner));
  });
  return ids;
}

/** The link, or the outermost sup or span around it that holds nothing else but brackets. */
function wholeMark(link: Element, parents: ReadonlyArray<Parents>): Element {
  const bare = (element: Element): string => toString(element).replace(/[\s[\]()]/g, '');
  let whole = link;
  for (const parent of parents.toReversed()) {
    const isAround =
      parent.type === 'element' && ['sup', 'span', 'small', 'b', 'strong'].includes(parent.tagName);
    if (!isAround || bare(parent) !== bare(link)) break;
    whole = parent;
  }
  return whole;
}

/** Takes notes out of where they stand, with the lists, boxes, rules and headings that held nothing else, which it gives. */
function drop(parent: Parents, gone: Set<Element>): string[] {
  const headings = parent.children.flatMap((child) =>
    child.type === 'element' && !gone.has(child) ? drop(child, gone) : [],
  );
  const isGone = (child: RootContent): boolean => child.type === 'element' && gone.has(child);
  const first = parent.children.findIndex(isGone);
  if (first < 0) return headings;
  const children = parent.children.filter((child) => !isGone(child));
  const before = children.slice(0, first);
  const kept = children.slice(first).every(isBlank) ? withoutLead(before) : before;
  headings.push(...before.slice(kept.length).map((node) => (node.type === 'element' ? toString(node) : '')));
  children.splice(0, first, ...kept);
  parent.children = children as typeof parent.children;
  if (parent.type === 'element' && children.every(isBlank)) gone.add(parent);
  return headings;
}

/** What stands before the notes, without the rule and the heading that announced them. */
function withoutLead(before: RootContent[]): RootContent[] {
  const kept = [...before];
  while (kept.length > 0) {
    const last = kept.at(-1);
    if (last === undefined || !(isBlank(last) || isRule(last) || isHeadOfNotes(last))) break;
    kept.pop();
  }
  return kept;
}

function isBlank(node: RootContent): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  if (node.type !== 'element') return true;
  return (
    node.tagName === 'br' ||
    (['p', 'div', 'span', 'a'].includes(node.tagName) && node.children.every(isBlank))
  );
}

function isRule(node: RootContent): boolean {
  return node.type === 'element' && node.tagName === 'hr';
}

function isHeadOfNotes(node: RootContent): boolean {
  return node.type === 'element' && /^(?:h[1-6]|p)$/.test(node.tagName) && namesNotes(toString(node));
}
