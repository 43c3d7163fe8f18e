import type { Element, ElementContent, Properties, Text } from 'hast';
import type { Position } from 'unist';

/** An element. */
export function element(
  tagName: string,
  properties: Properties,
  children: ElementContent[],
  position?: Position,
): Element {
  return { type: 'element', tagName, properties, children, ...(position && { position }) };
}

/** A text. */
export function text(value: string): Text {
  return { type: 'text', value };
}

/** The classes of an element. */
export function classesOf(node: Element): string[] {
  const { className } = node.properties;
  return Array.isArray(className) ? className.map(String) : [];
}
