import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { fragmentOf } from './note-elements.ts';

/**
 * What a note says, without its number and its links back.
 *
 * @param holder the element that holds the note
 * @param backTo the ids of what its links back lead to
 * @param sign what the mark of the note looks like
 */
export function noteContent(
  holder: Element,
  backTo: ReadonlySet<string>,
  sign: string | undefined,
): ElementContent[] {
  const copy = structuredClone(holder);
  const isParagraph = copy.tagName === 'p';
  const note: Element = {
    ...copy,
    tagName: 'div',
    properties: {},
    children: isParagraph ? [copy] : copy.children,
  };
  dropLinksBack(note, backTo);
  dropEmptied(note);
  dropNumber(note, sign);
  return note.children;
}

function dropLinksBack(note: Element, backTo: ReadonlySet<string>): void {
  visit(note, 'element', (element, index, parent) => {
    if (parent === undefined || index === undefined || element.tagName !== 'a') return undefined;
    const leadsBack = backTo.has(fragmentOf(element) ?? '') || isArrow(element) || isAnchor(element);
    if (!leadsBack) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}

/** ↑, ↩ and their like, which lead back wherever they lead. */
function isArrow(element: Element): boolean {
  const text = toString(element).trim();
  return text !== '' && /^[\s\uFE0E\uFE0F↑↩⏎↵^⤴↖↥]+$/u.test(text);
}

/** `<a name="note"></a>` */
function isAnchor(element: Element): boolean {
  return element.children.every((child) => child.type === 'text' && child.value.trim() === '');
}

/** Takes away what stood around a number or a link back alone: `<sup></sup>`, `<span>[]</span>`. */
function dropEmptied(note: Element): void {
  visit(note, 'element', (element, index, parent) => {
    if (parent === undefined || index === undefined) return undefined;
    const isEmptied =
      ['sup', 'span', 'em', 'i', 'b', 'strong', 'small', 'p'].includes(element.tagName) &&
      element.children.every((child) => child.type === 'text' && /^[\s[\]()]*$/.test(child.value));
    if (!isEmptied) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}

/** Takes the number that was typed before the note away, and the blanks before it. */
function dropNumber(note: Element, sign: string | undefined): void {
  const bare = (sign ?? '').replace(/^[[(]|[\])]$/g, '').replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const typed = bare === '' ? '' : `(?:[\\[(]?${bare}[\\])]?[.:)]?(?=\\s|$))?`;
  const before = new RegExp(`^\\s*(?:\\[\\]|\\(\\))?\\s*${typed}[.:)\\]]?\\s*`, 'u');
  let isDone = false;
  visit(note, 'text', (text) => {
    if (isDone) return;
    text.value = text.value.replace(before, '');
    isDone = text.value !== '';
  });
}
