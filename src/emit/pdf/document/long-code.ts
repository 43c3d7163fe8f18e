import type { Element, ElementContent } from 'hast';
import { hasClass } from './has-class.ts';

/** Blocks of so many lines are tagged line by line. */
const manyLines = 200;

/**
 * A block of code whose lines are elements of their own in the tags, if it is long: they are none otherwise, and Chrome
 * takes time with the square of the words that one element of the tags has, seconds from a thousand lines on, minutes
 * from four thousand.
 *
 * @param pre the block
 */
export function withTaggedLines(pre: Element): Element {
  const code = pre.children.find((child) => child.type === 'element' && child.tagName === 'code');
  if (code?.type !== 'element' || code.children.length < manyLines) return pre;
  const tagged: Element = { ...code, children: code.children.map(taggedLine) };
  return { ...pre, children: pre.children.map((child) => (child === code ? tagged : child)) };
}

function taggedLine(line: ElementContent): ElementContent {
  if (line.type !== 'element' || !hasClass(line, 'code-line')) return line;
  return { ...line, properties: { ...line.properties, ariaLive: 'off' } };
}
