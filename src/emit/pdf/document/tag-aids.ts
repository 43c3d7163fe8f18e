import type { Element, ElementContent, Properties } from 'hast';

/** Begins the alternative text of a formula in the print, which Chrome can tag as a figure only. */
const formulaMark = 'colophon-formula:';

/**
 * Attributes that bring into Chrome's tags what it leaves out, and keep out of them what only
 * decorates; the look of the page stays as it is.
 *
 * @param element as in the book
 */
export function tagAids({ tagName, properties }: Element): Properties {
  if (tagName === 'hr') return { ariaHidden: 'true' };
  if (tagName === 'math') {
    return { role: 'img', ariaLabel: `${formulaMark}${String(properties['alttext'] ?? '')}` };
  }
  // Chrome has no tag for a phrase, and no place for its language, unless something is said of it.
  if (properties['lang'] !== undefined && properties['id'] === undefined) return { ariaLive: 'off' };
  return {};
}

/**
 * The alternative text of a formula, without its mark; undefined for a figure.
 *
 * @param alternative of what Chrome tagged as a figure
 */
export function formulaText(alternative: string): string | undefined {
  return alternative.startsWith(formulaMark) ? alternative.slice(formulaMark.length) : undefined;
}

/** Whether an element is a cell of a table. */
export function isCell({ tagName }: Element): boolean {
  return tagName === 'td' || tagName === 'th';
}

/**
 * The content of a cell: a no-break space where there is none, since Chrome leaves the tags of
 * empty cells out, and then the row is short of a column.
 */
export function cellContent(node: Element): ElementContent[] {
  const { children } = node;
  const isEmpty = children.every((child) => child.type === 'text' && child.value.trim() === '');
  return isCell(node) && isEmpty ? [{ type: 'text', value: '\u00A0' }] : children;
}
