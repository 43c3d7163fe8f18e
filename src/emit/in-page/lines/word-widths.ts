import type { Face } from './face.ts';

/** The width of a text in CSS pixels. */
export type TextWidth = (text: string, face: Face) => number;

/** Characters that are measured with more than their neighbours, being joined or stacked, and figures. */
const together = /ff|[\p{M}\d]/u;

const unseen = /[\u00AD\u2060]/g;

/** What of a text has a width. */
export function seen(text: string): string {
  return text.replaceAll(unseen, '');
}

/** The widths in one face that are known. */
interface KnownWidths {
  readonly texts: Map<string, number>;
  /** By the codes of both characters. */
  readonly pairs: Map<number, number>;
  readonly characters: Map<number, number>;
}

/**
 * What measures text without laying it out. Kerning is between neighbours: so pairs, of which there are
 * few, make up all words.
 *
 * @param measure what measures a text as a whole
 */
export function wordWidths(measure: TextWidth): TextWidth {
  const known = new Map<string, KnownWidths>();
  return (text, face) => {
    let widths = known.get(face.key);
    if (widths === undefined)
      known.set(face.key, (widths = { texts: new Map(), pairs: new Map(), characters: new Map() }));
    if (text.length > 2 && !together.test(text)) {
      const visible = seen(text);
      if (visible.length > 2) return widthOfPairs(visible, face, widths, measure);
    }
    const cached = widths.texts.get(text);
    if (cached !== undefined) return cached;
    const width = measure(seen(text), face);
    widths.texts.set(text, width);
    return width;
  };
}

/** The width of a text of more than two characters that are measured with no more than their neighbours. */
function widthOfPairs(
  text: string,
  face: Face,
  { pairs, characters }: KnownWidths,
  measure: TextWidth,
): number {
  let width = 0;
  let code = text.charCodeAt(0);
  for (let at = 1; at < text.length; at++) {
    const next = text.charCodeAt(at);
    const key = code * 0x10000 + next;
    let pair = pairs.get(key);
    if (pair === undefined) pairs.set(key, (pair = measure(text.slice(at - 1, at + 1), face)));
    width += pair;
    if (at > 1) {
      let one = characters.get(code);
      if (one === undefined) characters.set(code, (one = measure(text.charAt(at - 1), face)));
      width -= one;
    }
    code = next;
  }
  return width;
}
