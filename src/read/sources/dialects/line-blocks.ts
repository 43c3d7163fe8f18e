import { withParagraphs, inPlaceOf } from './blocks.ts';
import { instead, type Line } from './lines.ts';

/**
 * Makes verse of the line blocks of Pandoc: lines that begin with a bar, of which none is a row of a table. A backslash
 * that ends a paragraph ends no line.
 *
 * @see https://pandoc.org/MANUAL.html#line-blocks
 */
export function step(lines: ReadonlyArray<Line>): Line[] {
  return withParagraphs(lines, ({ lines: all, texts, indent }) => {
    const end = texts.at(-1) ?? '';
    const isCode = /^(?: {4}|\t)/.test(all[0]?.text ?? '');
    if (!isCode && /(?<!\\)(?:\\\\)*\\[ \t]*$/.test(end)) return withoutLastSign(all);
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

/** A paragraph without the backslash at its end. */
function withoutLastSign(lines: ReadonlyArray<Line>): Line[] {
  return lines.map((line, index) =>
    index === lines.length - 1 ? instead(line, line.text.replace(/\\[ \t]*$/, '')) : line,
  );
}
