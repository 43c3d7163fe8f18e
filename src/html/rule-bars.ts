import type { Element, ElementContent } from 'hast';
import { visit, type VisitorResult } from 'unist-util-visit';
import { element } from './element.ts';

/**
 * Sets `\bar` as Temml sets `\overline`, with a rule: faces for mathematics may lack its sign, and those for other
 * scripts, which have it then, place it beside the letter.
 *
 * @param math a formula of Temml
 */
export function ruleBars(math: Element): void {
  visit(math, { tagName: 'mover' }, (node, index, parent): VisitorResult => {
    const [base, accent] = node.children;
    if (base === undefined || !isBar(accent) || parent === undefined || index === undefined) return undefined;
    parent.children[index] = element('menclose', { notation: 'top', className: ['tml-overline'] }, [base]);
    // There may be one in it.
    return index;
  });
}

function isBar(node: ElementContent | undefined): boolean {
  if (node?.type !== 'element' || node.tagName !== 'mo') return false;
  const [sign] = node.children;
  return sign?.type === 'text' && sign.value === '‾';
}
