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

/**
 * Blocks of code between tildes whose options hold code themselves, as in ```` ```{r, fig.cap="The `sea`"} ````: to knitr
 * they are blocks, to Markdown the beginning of a paragraph.
 */
export function withTildes(lines: ReadonlyArray<Line>): ReadonlyArray<Line> {
  const head = /^([ \t]*(?:>[ \t]*)*)(`{3,})([ \t]*\{\w+[ ,][^\n]*`[^\n]*\}[ \t]*)$/;
  if (!lines.some(({ text }) => head.test(text))) return lines;
  let open: { readonly sign: string; readonly isHead: boolean } | undefined;
  return lines.map((line) => {
    if (open === undefined) {
      const [, indent = '', fence = '', info = ''] = head.exec(line.text) ?? [];
      const [, sign = fence] = /^[ \t>]*(`{3,}(?=[^`]*$)|~{3,})/.exec(line.text) ?? [];
      if (sign !== '') open = { sign, isHead: fence !== '' };
      return fence === '' ? line : instead(line, `${indent}${tildes(fence)}${info}`);
    }
    const [, sign = ''] = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(line.text) ?? [];
    if (!sign.startsWith(open.sign)) return line;
    const { isHead } = open;
    open = undefined;
    return isHead ? instead(line, line.text.replace(sign, tildes(sign))) : line;
  });
}

function tildes(fence: string): string {
  return '~'.repeat(fence.length);
}
