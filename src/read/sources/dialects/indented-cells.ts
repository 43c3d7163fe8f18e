import { instead, kindsOf, type Line } from './lines.ts';

const opening = /^([ \t]+)(?:`{3,}|~{3,})[ \t]*\{/;

/**
 * Blocks of code that knitr runs, as far in as their fences: it finds them by these alone, while to Markdown code that
 * stands further out than the item of a list it is in ends the list.
 */
export function withIndentedCells(lines: ReadonlyArray<Line>): ReadonlyArray<Line> {
  if (!lines.some(({ text }) => opening.test(text))) return lines;
  const kinds = kindsOf(lines);
  const result: Line[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) continue;
    result.push(line);
    const [, indent] = (kinds[at] === 'open' && opening.exec(line.text)) || [];
    if (indent === undefined) continue;
    const from = at + 1;
    while (kinds[at + 1] === 'code') at += 1;
    const code = lines.slice(from, at + 1);
    const isOut = code.some(({ text }) => text.trim() !== '' && !text.startsWith(indent));
    for (const each of code)
      result.push(isOut && each.text.trim() !== '' ? instead(each, `${indent}${each.text}`) : each);
  }
  return result;
}
