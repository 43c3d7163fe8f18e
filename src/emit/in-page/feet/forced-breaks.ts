import { ours, outside } from './outside.ts';

/** Whether a page ends between two blocks whatever stands on it. */
export function isBrokenBetween(a: HTMLElement, b: HTMLElement): boolean {
  if (outside(a, b).some((each) => isForced(getComputedStyle(each).breakAfter))) return true;
  for (
    let at = behind(a);
    at !== null && b.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_PRECEDING;
    at = following(at)
  )
    if (!at.matches(ours) && breaksPage(at, b)) return true;
  return isForced(getComputedStyle(b).breakBefore);
}

/** Whether a page ends before or behind an element, which may hold the block that follows. */
function breaksPage(element: Element, next: Element): boolean {
  const { breakBefore, breakAfter } = getComputedStyle(element);
  return isForced(breakBefore) || (isForced(breakAfter) && !element.contains(next));
}

/** The element that comes next in the document; what is ours has nothing in it that counts. */
function following(element: Element): Element | null {
  return (element.matches(ours) ? null : element.firstElementChild) ?? behind(element);
}

/** The element that comes next behind an element and what it holds. */
function behind(element: Element): Element | null {
  for (let at: Element | null = element; at !== null; at = at.parentElement)
    if (at.nextElementSibling !== null) return at.nextElementSibling;
  return null;
}

/** CSS Fragmentation 3, 3.1. */
function isForced(value: string): boolean {
  return /^(?:page|left|right|recto|verso)$/.test(value);
}
