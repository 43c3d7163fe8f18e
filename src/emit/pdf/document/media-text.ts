import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';

/** Elements of text that stand in a line. */
const phrases = new Set(
  'a abbr b bdi bdo br cite code dfn em i img kbd mark math q s samp small span strong sub sup time u var'.split(
    ' ',
  ),
);

/** What is played. */
export const played: ReadonlySet<string> = new Set(['audio', 'video']);

/**
 * What stands in print for audio and video: the picture of a video, if it has one, and the text that its author wrote
 * inside.
 *
 * @param media an `<audio>` or `<video>` element
 */
export function textOfMedia({ properties, children, position }: Element): Element {
  const {
    ariaLabel,
    controls: _controls,
    height: _height,
    loop: _loop,
    poster,
    preload: _preload,
    src: _source,
    width: _width,
    ...rest
  } = properties;
  const text = children.filter(
    (child) => child.type !== 'element' || (child.tagName !== 'source' && child.tagName !== 'track'),
  );
  const alt = typeof ariaLabel === 'string' ? ariaLabel : toString({ type: 'root', children: text }).trim();
  const picture: Element[] =
    typeof poster === 'string'
      ? [{ type: 'element', tagName: 'img', properties: { src: poster, alt }, children: [] }]
      : [];
  const tagName = text.every(isPhrase) ? 'span' : 'div';
  return {
    type: 'element',
    tagName,
    properties: rest,
    children: [...picture, ...text],
    ...(position && { position }),
  };
}

function isPhrase(node: ElementContent): boolean {
  return node.type !== 'element' || phrases.has(node.tagName);
}
