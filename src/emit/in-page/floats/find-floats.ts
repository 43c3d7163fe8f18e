import { between } from '../depth/block-space.ts';
import type { FlowPart } from '../depth/read-flow.ts';
import type { Floating } from './choose-floats.ts';

/** A figure or a table of the document that may float. */
export interface Float extends Floating {
  readonly element: HTMLElement;
  /** What is left free below it at the head of a page. */
  readonly below: number;
}

/** Captioned pictures and tables; code is not torn from what is said of it. */
export const captioned = 'figure:has(> figcaption):not(:has(pre)), table:has(> caption)';
const sentenceGoesOn = /[:\uFF1A]\s*$/u;

/**
 * The figures and tables of a flow that may float, in their order.
 *
 * @param passedOver those that have been tried
 * @param lineHeight of running text: below a figure its lines stand where they would without
 */
export function findFloats(
  flow: ReadonlyArray<FlowPart>,
  passedOver: ReadonlySet<Element>,
  lineHeight: number,
): Float[] {
  const found: Float[] = [];
  for (let first = 0; first < flow.length; first++) {
    const part = flow[first];
    const element = part?.element.closest<HTMLElement>(captioned);
    if (part === undefined || !element) continue;
    let last = first;
    while (element.contains(flow[last + 1]?.element ?? null)) last++;
    const [before, next] = [flow[first - 1]?.element, flow[last + 1]];
    if (
      !passedOver.has(element) &&
      next !== undefined &&
      element.contains(part.outermost) &&
      isFree(element, before)
    ) {
      const own = heightOf(element);
      const height = headHeight(own, next.item.gap, lineHeight);
      const gapWithout = before === undefined ? 0 : between(before, next.outermost).gap;
      found.push({ element, first, last, height, below: height - own, gapWithout });
    }
    first = last;
  }
  return found;
}

/** What it takes up at the head of a page, so that the lines below stand where they would without. */
export function headHeight(own: number, gap: number, lineHeight: number): number {
  return Math.ceil((own + gap - 0.05) / lineHeight) * lineHeight;
}

/** Its height on all its pages. */
export function heightOf(element: Element): number {
  return [...element.getClientRects()].reduce((sum, { height }) => sum + height, 0);
}

/**
 * Whether it may stand elsewhere: no sentence goes on in it or behind it.
 *
 * @param before the last block above it
 */
export function isFree(element: HTMLElement, before: Element | undefined): boolean {
  const following = element.nextElementSibling?.textContent ?? '';
  return (
    !element.matches('.here, :has(> img.here)') &&
    element.parentElement?.matches('section, article, main, div:not([class])') === true &&
    !sentenceGoesOn.test(before?.textContent ?? '') &&
    !/^\s*\p{Ll}/u.test(following)
  );
}

/**
 * Whether text gives way to what floats: nothing of it has a frame that begins there, or holds its lines together.
 * A frame that has begun before goes on behind what floats, which hides it.
 *
 * @param hasBegun whether a block of it has begun on the page before
 */
export function givesWay(element: Element, section: Element, hasBegun: (block: Element) => boolean): boolean {
  for (let at: Element | null = element; at !== null && at !== section; at = at.parentElement) {
    const style = getComputedStyle(at);
    const yields =
      /^(?:block|list-item|inline)$/.test(style.display) &&
      style.overflow === 'visible' &&
      style.contain === 'none' &&
      style.columnCount === 'auto' &&
      // What hangs out has room beside what leaves none.
      !style.textIndent.startsWith('-') &&
      (hasBegun(at) || Number.parseFloat(style.borderTopWidth) === 0);
    if (!yields) return false;
  }
  return true;
}

/** Whether something of a text has a frame or a ground that would be seen behind what floats there. */
export function hasFrame(element: Element, section: Element): boolean {
  for (let at: Element | null = element; at !== null && at !== section; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (
      style.backgroundColor !== 'rgba(0, 0, 0, 0)' ||
      style.backgroundImage !== 'none' ||
      Number.parseFloat(style.borderLeftWidth) > 0 ||
      Number.parseFloat(style.borderRightWidth) > 0
    )
      return true;
  }
  return false;
}
