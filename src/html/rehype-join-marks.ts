import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { phrasing } from './author-html/content-models.ts';
import { classesOf, element, text } from './element.ts';

const wordJoiner = '\u2060';
const noBreakSpace = '\u00a0';
const narrowNoBreakSpace = '\u202f';

/** Elements that divide no line of text, besides those of the author's. */
const inline: ReadonlySet<string> = new Set([...phrasing, 'a', 'del', 'ins', 'rp', 'rt', 'ruby', 'wbr']);

/** What stands before a place in its line: the node to join a mark to. */
type Before =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'image' }
  | { readonly kind: 'formula' }
  | { readonly kind: 'text'; readonly node: Text }
  /** A mark, and blanks behind it. */
  | { readonly kind: 'mark'; readonly blanks: Text[] };

/**
 * Joins every note mark to what it follows, so that no line ends between them: to a word, a
 * formula, a picture, a closing quotation mark, through whatever elements lie between. A space
 * before a mark stays, but does not break. Between marks of two notes stands a raised comma, for
 * ¹² is not ¹ ². A mark that begins a line of its own is joined to nothing.
 */
export function rehypeJoinMarks() {
  return (tree: Root): void => {
    joinIn(tree, { kind: 'nothing' });
  };
}

/** Joins the marks in a parent; what stands before its end, seen from there. */
function joinIn(parent: Root | Element, given: Before): Before {
  let before = given;
  const children: RootContent[] = [];
  for (const child of parent.children) {
    if (child.type === 'element' && classesOf(child).includes('noteref')) {
      children.push(...glue(before), child);
      before = { kind: 'mark', blanks: [] };
      continue;
    }
    children.push(child);
    before = after(child, before);
  }
  (parent.children as RootContent[]) = children;
  return before;
}

function after(node: RootContent, before: Before): Before {
  if (node.type === 'text') return afterText(node, before);
  if (node.type !== 'element') return before;
  if (node.tagName === 'img') return { kind: 'image' };
  if (node.tagName === 'math') return { kind: 'formula' };
  if (inline.has(node.tagName)) return joinIn(node, before);
  joinIn(node, { kind: 'nothing' });
  return { kind: 'nothing' };
}

function afterText(node: Text, before: Before): Before {
  if (node.value === '') return before;
  if (node.value.trim() !== '') return { kind: 'text', node };
  if (before.kind === 'mark') return { kind: 'mark', blanks: [...before.blanks, node] };
  return before.kind === 'nothing' ? before : { kind: 'text', node };
}

/** What goes between a mark and what stands before it; blanks there stop being places to break. */
function glue(before: Before): ElementContent[] {
  if (before.kind === 'nothing') return [];
  if (before.kind === 'image') return [text(wordJoiner)];
  // x² with note 10 is not x to the power of 210.
  if (before.kind === 'formula') return [text(narrowNoBreakSpace)];
  if (before.kind === 'mark') {
    for (const blank of before.blanks) blank.value = '';
    // Between figures or signs and a comma no line ends (UAX #14, LB13, LB25, LB29).
    return [element('sup', { className: ['note-comma'] }, [text(',')])];
  }
  const { node } = before;
  const kept = node.value.replace(/[ \t\r\n]+$/, '');
  if (kept === node.value) return [text(wordJoiner)];
  node.value = `${kept}${noBreakSpace}`;
  return [];
}
