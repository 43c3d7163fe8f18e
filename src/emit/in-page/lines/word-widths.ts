import type { Face } from './face.ts';

/** The width of a text in CSS pixels. */
export type TextWidth = (text: string, face: Face) => number;

/** Characters that are measured with more than their neighbours, being joined or stacked. */
const joined = /ff|\p{M}/u;

/**
 * What measures text without laying it out. Kerning is between neighbours: so pairs, of which there are
 * few, make up all words.
 *
 * @param measure what measures a text as a whole
 */
export function wordWidths(measure: TextWidth): TextWidth {
  const known = new Map<string, Map<string, number>>();
  const textWidth: TextWidth = (text, face) => {
    let widths = known.get(face.key);
    if (widths === undefined) known.set(face.key, (widths = new Map()));
    const cached = widths.get(text);
    if (cached !== undefined) return cached;
    const visible = text.replaceAll(/[\u00AD\u2060]/g, '');
    let width = 0;
    if (visible.length <= 2 || joined.test(visible) || /\d/.test(visible)) {
      width = measure(visible, face);
    } else {
      for (let at = 0; at < visible.length - 1; at++) {
        width += textWidth(visible.slice(at, at + 2), face);
        if (at > 0) width -= textWidth(visible.charAt(at), face);
      }
    }
    widths.set(text, width);
    return width;
  };
  return textWidth;
}
