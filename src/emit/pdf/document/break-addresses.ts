import type { ElementContent, Text } from 'hast';

/** A run without spaces that is long and has the punctuation of an address or a path. */
const address = /\S{24,}/;
const addressLike = /^(?:https?:\/\/|www\.|\S*[/\\]\S*[/\\.]|\S*(?:[_%=&]\S*){3})/;

/** After these an address may go on in the next line. */
const breaks = /(?<=[/?&=_%~#,;:@-])(?=[^\s/])/;

/**
 * The text with an opportunity to break the line after the punctuation of long web addresses,
 * so that these do not tear the line before them apart.
 */
export function breakable(text: Text): ElementContent[] {
  if (!address.test(text.value)) return [text];
  const pieces = text.value.split(/(\s+)/);
  const parts: ElementContent[] = [];
  let plain = '';
  for (const piece of pieces) {
    if (piece.length < 24 || !addressLike.test(piece)) {
      plain += piece;
      continue;
    }
    const [head = '', ...rest] = piece.split(breaks);
    plain += head;
    for (const part of rest) {
      parts.push(
        { type: 'text', value: plain },
        { type: 'element', tagName: 'wbr', properties: {}, children: [] },
      );
      plain = part;
    }
  }
  return [...parts, { type: 'text', value: plain }];
}
