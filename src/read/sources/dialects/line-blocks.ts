import { withParagraphs, inPlaceOf } from './blocks.ts';
import { instead, type Line } from './lines.ts';

/**
 * Makes verse of the line blocks of Pandoc: lines that begin with a bar, of which none is a row of a table.
 *
 * @see https://pandoc.org/MANUAL.html#line-blocks
 */
export function step(lines: ReadonlyArray<Line>): Line[] {
  return withParagraphs(lines, ({ lines: all, texts, indent }) => {
    const isBlock =
      texts.every((text) => /^(?:\|(?: |$)|[ \t]+\S)/.test(text)) && /^\|(?: |$)/.test(texts[0] ?? '');
    if (!isBlock || texts.some((text) => /^\|.*\|[ \t]*$/.test(text) && text.length > 1)) return undefined;
    const [first] = all;
    const last = all.at(-1);
    if (first === undefined || last === undefined) return undefined;
    const verse = all.map((line, index) =>
      instead(line, `${indent}${(texts[index] ?? '').replace(/^\| ?/, '')}`),
    );
    return [...inPlaceOf(first, [':::verse'], indent), ...verse, ...inPlaceOf(last, [':::'], indent)];
  });
}
