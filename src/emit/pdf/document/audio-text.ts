import type { Element, ElementContent } from 'hast';

/** Elements of text that stand in a line. */
const phrases = new Set(
  'a abbr b bdi bdo br cite code dfn em i img kbd mark math q s samp small span strong sub sup time u var'.split(
    ' ',
  ),
);

/**
 * What stands in print for an audio: the text that its author wrote inside.
 *
 * @param audio an `<audio>` element
 */
export function textOfAudio({ properties, children, position }: Element): Element {
  const { src: _source, controls: _controls, loop: _loop, preload: _preload, ...rest } = properties;
  const text = children.filter((child) => child.type !== 'element' || child.tagName !== 'source');
  const tagName = text.every(isPhrase) ? 'span' : 'div';
  return { type: 'element', tagName, properties: rest, children: text, ...(position && { position }) };
}

function isPhrase(node: ElementContent): boolean {
  return node.type !== 'element' || phrases.has(node.tagName);
}
