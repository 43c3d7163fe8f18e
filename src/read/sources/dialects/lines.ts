import { IndentedCode } from './indented-code.ts';

/** A line of a text on its way into our Markdown, and where it stands in its file. */
export interface Line {
  readonly text: string;
  /** The number of the line it comes from, from 1. */
  readonly at: number;
}

/** The lines of a text. */
export function linesOf(text: string): Line[] {
  return text.split('\n').map((line, index) => ({ text: line, at: index + 1 }));
}

/** A line in the place of another. */
export function instead(line: Line, text: string): Line {
  return { text, at: line.at };
}

/** What a line is: running text, the fence of a block of code, or a line of code. */
export type LineKind = 'prose' | 'open' | 'close' | 'code';

const opening = /^((?:[ \t]*>)*[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+)?)(`{3,}|~{3,})([^\n]*)$/;

/** From how many characters on a line may take long to read, and how many characters are looked at for one. */
const long = 5000;
const most = 2e7;

/** Blanks or letters in a row: as many as a line that is long are no text. */
const rows = /[ \t]{64,}|[\w.-]{64,}/g;

/**
 * Whether the signs in a line open so much that to look for the end of each would take minutes: it stays as typed,
 * and is judged with the chapter.
 */
export function isCostly(text: string): boolean {
  if (text.length <= long) return false;
  if (text.match(rows)?.some(({ length }) => length > long) === true) return true;
  return (text.match(/[[<{(`$\\!:|]/g)?.length ?? 0) * text.length > most;
}

/** What each line is, by the fences of code (CommonMark 0.31, 4.5) and by what is indented. */
export function kindsOf(lines: ReadonlyArray<Line>): LineKind[] {
  let fence: string | undefined;
  const indented = new IndentedCode();
  return lines.map(({ text }) => {
    if (fence === undefined) {
      if (isCostly(text) || indented.has(text)) return 'code';
      const [, , sign = '', info = ''] = opening.exec(text) ?? [];
      if (sign === '' || (sign.startsWith('`') && info.includes('`'))) return 'prose';
      fence = sign;
      return 'open';
    }
    const closing = /^(?:[ \t]*>)*[ \t]*(`{3,}|~{3,})[ \t]*$/.exec(text)?.[1];
    if (closing?.startsWith(fence) !== true) return 'code';
    fence = undefined;
    return 'close';
  });
}

/** A block of code: its fence, its lines, and the line that closes it, if there is one. */
export interface CodeBlock {
  readonly opening: Line;
  /** What stands before the fence on its line. */
  readonly indent: string;
  readonly fence: string;
  /** What stands behind it. */
  readonly info: string;
  readonly code: Line[];
  readonly closing: Line | undefined;
}

/**
 * The text with every fenced block of code as a function has it.
 *
 * @param change gives the lines in the place of a block
 */
export async function withCode(
  lines: ReadonlyArray<Line>,
  change: (block: CodeBlock) => Promise<Line[]> | Line[],
): Promise<Line[]> {
  const kinds = kindsOf(lines);
  const result: Line[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) continue;
    if (kinds[at] !== 'open') {
      result.push(line);
      continue;
    }
    const [, indent = '', fence = '', info = ''] = opening.exec(line.text) ?? [];
    const code: Line[] = [];
    for (; kinds[at + 1] === 'code'; at++) code.push(lines[at + 1] ?? line);
    const closing = kinds[at + 1] === 'close' ? lines[++at] : undefined;
    result.push(...(await change({ opening: line, indent, fence, info: info.trim(), code, closing })));
  }
  return result;
}

/** A block of code as lines. */
export function linesOfCode({ opening: first, indent, fence, info, code, closing }: CodeBlock): Line[] {
  return [instead(first, `${indent}${fence}${info}`), ...code, ...(closing === undefined ? [] : [closing])];
}

/**
 * The text with every line of running text as a function has it.
 *
 * @param change gives what stands in the place of a line's text
 */
export function withProse(
  lines: ReadonlyArray<Line>,
  change: (text: string, line: Line) => string | undefined,
): Line[] {
  const kinds = kindsOf(lines);
  return lines.flatMap((line, index) => {
    if (kinds[index] !== 'prose') return [line];
    const text = change(line.text, line);
    return text === undefined
      ? []
      : text === line.text
        ? [line]
        : text.split('\n').map((each) => instead(line, each));
  });
}

/** Texts joined, with blanks for all that is no prose: places in them stay what they are. */
export function proseAlone(texts: ReadonlyArray<string>, kinds: ReadonlyArray<LineKind>): string {
  const blank = (text: string): string => ' '.repeat(text.length);
  return texts
    .map((text, index) =>
      kinds[index] === 'prose' ? text.replace(/(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, blank) : blank(text),
    )
    .join('\n');
}

/** A line with what stands outside of its spans of code as a function has it. */
export function outsideCode(text: string, change: (text: string) => string): string {
  if (!text.includes('`')) return change(text);
  let result = '';
  let from = 0;
  for (const { 0: span, index } of text.matchAll(/(?<![\\`])(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g)) {
    result += change(text.slice(from, index)) + span;
    from = index + span.length;
  }
  return result + change(text.slice(from));
}
