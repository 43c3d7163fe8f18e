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
  return parted(text.value, (word) =>
    word.length < 24 || !addressLike.test(word) ? [word] : word.split(breaks),
  );
}

/**
 * A text with an opportunity to break the line between the parts of its words.
 *
 * @param parts of a word, or of the space between two
 */
export function parted(text: string, parts: (word: string) => ReadonlyArray<string>): ElementContent[] {
  const nodes: ElementContent[] = [];
  let plain = '';
  for (const piece of text.split(/(\s+)/)) {
    const [head = '', ...rest] = parts(piece);
    plain += head;
    for (const part of rest) {
      nodes.push(
        { type: 'text', value: plain },
        { type: 'element', tagName: 'wbr', properties: {}, children: [] },
      );
      plain = part;
    }
  }
  return [...nodes, { type: 'text', value: plain }];
}
