import type { Properties } from 'hast';
import type { PhrasingContent, RootContent, Text } from 'mdast';
import type { ElementNode } from '../book/nodes.ts';

/**
 * An element mdast has no node of its own for.
 *
 * @param name the tag name
 * @param properties the properties, named as in hast
 * @param children what it holds
 */
export function element(name: string, properties: Properties, children: RootContent[]): ElementNode {
  return { type: 'element', data: { hName: name, hProperties: properties }, children };
}

/**
 * A paragraph of a class.
 *
 * @param className the class
 * @param children what it says; a string stands for its text
 */
export function line(className: string, children: string | PhrasingContent[]): ElementNode {
  return element('p', { className: [className] }, typeof children === 'string' ? [text(children)] : children);
}

/**
 * A span of a class.
 *
 * @param className the class
 * @param children what it says; a string stands for its text
 */
export function span(className: string, children: string | PhrasingContent[]): ElementNode {
  return element(
    'span',
    { className: [className] },
    typeof children === 'string' ? [text(children)] : children,
  );
}

/**
 * A division of a class, or nothing when nothing would stand in it.
 *
 * @param className the class
 * @param children its blocks
 */
export function group(className: string, children: RootContent[]): ElementNode[] {
  return children.length > 0 ? [element('div', { className: [className] }, children)] : [];
}

/** A text node. */
export function text(value: string): Text {
  return { type: 'text', value };
}
