import { instead, kindsOf, outsideCode, type Line } from './lines.ts';

const beginning =
  /^([ \t>]*)\\\\(\[|begin\{(?:equation|align|gather|multline|eqnarray|flalign|alignat)\*?\})/;

/**
 * Makes formulas of those that are typed for MathJax in a Markdown that knows of none, so that their backslashes are
 * escaped: `\\(x\\)` in the line, `\\[x\\]` and `\\begin{align}` on lines of their own.
 *
 * @see https://rust-lang.github.io/mdBook/format/mathjax.html
 */
export function step(lines: ReadonlyArray<Line>): Line[] {
  if (!lines.some(({ text }) => text.includes('\\\\'))) return [...lines];
  const kinds = kindsOf(lines);
  const result: Line[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) continue;
    const end = kinds[at] === 'prose' ? endOf(lines, kinds, at) : undefined;
    if (end === undefined) {
      result.push(kinds[at] === 'prose' ? instead(line, withInline(line.text)) : line);
      continue;
    }
    for (const each of lines.slice(at, end + 1)) result.push(instead(each, unescaped(each.text)));
    at = end;
  }
  return result;
}

/** The last line of the formula that begins on a line of its own; nothing where none does, or none ends. */
function endOf(lines: ReadonlyArray<Line>, kinds: ReadonlyArray<string>, at: number): number | undefined {
  const [opening, , name] = beginning.exec(lines[at]?.text ?? '') ?? [];
  if (opening === undefined || name === undefined) return undefined;
  const closing = name === '[' ? '\\\\]' : `\\\\${name.replace('begin', 'end')}`;
  for (let line = at; line < lines.length && kinds[line] === 'prose'; line++) {
    const rest = (lines[line]?.text ?? '').slice(line === at ? opening.length : 0);
    const found = rest.indexOf(closing);
    if (found !== -1)
      return /^[ \t]*[.,;:]?[ \t]*$/.test(rest.slice(found + closing.length)) ? line : undefined;
    if (line > at && rest.trim() === '') return undefined;
  }
  return undefined;
}

function withInline(text: string): string {
  return outsideCode(text, (prose) =>
    prose
      .replace(/\\\\\(((?:(?!\\\\\))[^\n])+)\\\\\)/g, (_, tex: string) => `$${unescaped(tex).trim()}$`)
      .replace(/\\\\\[((?:(?!\\\\\])[^\n])+)\\\\\]/g, (_, tex: string) => `$${unescaped(tex).trim()}$`),
  );
}

/** TeX without the escapes that Markdown takes off it. */
function unescaped(tex: string): string {
  return tex
    .replace(/\\\\(\\\\|[{}()[\]]|begin\{|end\{)/g, (_, escaped: string) =>
      escaped.startsWith('\\') ? escaped : `\\${escaped}`,
    )
    .replace(/(?<!\\)\\([_*])/g, '$1');
}
