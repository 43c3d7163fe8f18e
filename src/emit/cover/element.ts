import type { Element, ElementContent, Properties } from 'hast';

/**
 * An HTML or SVG element.
 *
 * @param tagName its name
 * @param properties its properties; `className` as a word or a list of words
 * @param children what it holds; a string stands for its text
 */
export function element(
  tagName: string,
  properties: Properties,
  children: ReadonlyArray<ElementContent> | string = [],
): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children: typeof children === 'string' ? [{ type: 'text', value: children }] : [...children],
  };
}

/** A number with as many digits as a drawing needs. */
export function digits(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
