import type { StepContext } from './dialect.ts';
import { instead, kindsOf, proseAlone, type Line } from './lines.ts';

/** What begins what MDX reads and Markdown does not: a component, an expression in braces that is a comment, an attribute of one. */
const begins = /<\/?[A-Z][\w.]*(?=[\s/>])|<\/?>|\{\/\*|<[a-z][\w-]*(?=\s[^<>]*=\{)/g;

/** How far the end of one is looked for. */
const longest = 8000;

/**
 * Takes out what MDX adds to Markdown and a book cannot run: imports, components, which leave what stands in them and
 * their titles, and expressions in attributes.
 *
 * @see https://mdxjs.com/docs/what-is-mdx/
 */
export function step(lines: ReadonlyArray<Line>, { book, file }: StepContext): Line[] {
  const kinds = kindsOf(lines);
  const texts = lines.map(({ text }, index) =>
    kinds[index] === 'prose' && /^(?:import\s.+\sfrom\s+|import\s+)["'][^"']+["'];?[ \t]*$/.test(text)
      ? ''
      : text,
  );
  const whole = proseAlone(texts, kinds);
  const starts: number[] = [];
  for (let at = 0, index = 0; index < texts.length; at += (texts[index++]?.length ?? 0) + 1) starts.push(at);
  let result = '';
  let from = 0;
  let row = 0;
  const source = texts.join('\n');
  for (const { 0: head, index } of whole.matchAll(begins)) {
    if (index < from) continue;
    const near = whole.slice(index, index + longest);
    const length = head.startsWith('{') ? endOfComment(near) : endOfTag(near);
    if (length === undefined) continue;
    const end = index + length;
    const tag = source.slice(index, end);
    while ((starts[row + 1] ?? Infinity) <= index) row += 1;
    const line = lines[row];
    if (/^<[A-Z]/.test(head) && line !== undefined) book.note('template', file, line, head.slice(0, 40));
    // The lines stay as many as they are.
    const breaks = '\n'.repeat(tag.split('\n').length - 1);
    result +=
      source.slice(from, index) + (/^<[a-z]/.test(head) ? withoutExpressions(tag) : titleOf(tag)) + breaks;
    from = end;
  }
  const made = (result + source.slice(from)).split('\n');
  return lines.map((line, index) => {
    const text = made[index] ?? '';
    return text === line.text
      ? line
      : instead(line, /^\s+\*\*[^\n]*\*\*\s*$/.test(text) ? text.trim() : text);
  });
}

/** The words that a component shows above what it holds. */
function titleOf(tag: string): string {
  const [, , words] = /\s(?:label|title|summary)=(["'])([^"'\n]+)\1/.exec(tag) ?? [];
  return words === undefined ? '' : `**${words}**`;
}

/** A tag of HTML with attributes as HTML has them, on one line. */
function withoutExpressions(tag: string): string {
  let made = '';
  for (let at = 0; at < tag.length; at++) {
    const [whole] = /^\s[\w-]+=(?=\{)/.exec(tag.slice(at, at + 80)) ?? [];
    if (whole === undefined) made += tag[at];
    else at = (endOfBraces(tag, at + whole.length) ?? tag.length) - 1;
  }
  return made
    .replace(/\sclassName=/g, ' class=')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\s+>$/, '>');
}

function endOfComment(text: string): number | undefined {
  const end = text.indexOf('*/}');
  return end === -1 ? undefined : end + 3;
}

/** Where a tag ends: at the sign that stands in no text and in no braces. */
function endOfTag(text: string): number | undefined {
  for (let at = 1; at < text.length; at++) {
    const sign = text[at];
    if (sign === '>') return at + 1;
    if (sign === '<') return undefined;
    if (sign === '"' || sign === "'") {
      at = text.indexOf(sign, at + 1);
      if (at === -1) return undefined;
    } else if (sign === '{') {
      const end = endOfBraces(text, at);
      if (end === undefined) return undefined;
      at = end - 1;
    }
  }
  return undefined;
}

/** Behind the brace that closes that at a place. */
function endOfBraces(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (sign === '\\') at += 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (sign === '"' || sign === "'" || sign === '`') {
      const [written = ''] =
        /^(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[^])*`)/.exec(text.slice(at)) ?? [];
      at += Math.max(0, written.length - 1);
    }
  }
  return undefined;
}
