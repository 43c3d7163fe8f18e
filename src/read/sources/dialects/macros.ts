import type { Macro, StepContext } from './dialect.ts';
import { instead, kindsOf, outsideCode, type Line } from './lines.ts';

const definition =
  /\\(?:(?:re)?newcommand|providecommand|DeclareMathOperator)\*?[ \t]*(?:\{[ \t]*\\([A-Za-z]+)[ \t]*\}|\\([A-Za-z]+))[ \t]*(?:\[(\d)\])?(?:\[([^\]]*)\])?[ \t]*(?=\{)|\\def[ \t]*\\([A-Za-z]+)((?:#\d)*)[ \t]*(?=\{)/;

/** How many lines a definition may have, how often a line is gone through, and how long it may get. */
const mostLines = 12;
const mostRounds = 12;
const longest = 20_000;

/**
 * Puts in what the macros of formulas stand for, those that the book's own files define and those that texts do
 * (`\newcommand`), from where they are defined on, in all texts that follow. What defines them is no text.
 *
 * @see https://pandoc.org/MANUAL.html#latex-macros
 */
export function step(typed: ReadonlyArray<Line>, { book, dialect }: StepContext): Line[] {
  for (const [name, macro] of dialect.macros ?? []) if (!book.macros.has(name)) book.macros.set(name, macro);
  const kinds = kindsOf(typed);
  const result: Line[] = [];
  const emptied = new Set<number>();
  for (let at = 0; at < typed.length; at++) {
    const line = typed[at];
    if (line === undefined) continue;
    if (kinds[at] !== 'prose' || !line.text.includes('\\')) {
      result.push(line);
      continue;
    }
    const { text, end } = withoutDefinitions(typed, at, book.macros);
    at = end;
    if (text !== line.text && /^[ \t>$]*$/.test(text) && !text.includes('$$')) {
      emptied.add(result.length);
      continue;
    }
    result.push(
      instead(line, book.macros.size === 0 ? text : outsideCode(text, (tex) => put(tex, book.macros))),
    );
  }
  return withoutEmpty(result, emptied);
}

/** A line, and those behind it that a definition goes on in, without what defines macros. */
function withoutDefinitions(
  lines: ReadonlyArray<Line>,
  at: number,
  macros: Map<string, Macro>,
): { readonly text: string; readonly end: number } {
  let text = lines[at]?.text ?? '';
  let end = at;
  for (let found = definition.exec(text); found !== null; found = definition.exec(text)) {
    const [head, braced, bare, stated, usual, defined, signs = ''] = found;
    const start = found.index + head.length;
    let body = groupAt(text, start);
    for (let next = end + 1; body === undefined && next < at + mostLines && next < lines.length; next++) {
      text = `${text} ${(lines[next]?.text ?? '').trim()}`;
      end = next;
      body = groupAt(text, start);
    }
    if (body === undefined) return { text: lines[at]?.text ?? '', end: at };
    const count = defined === undefined ? Number(stated ?? 0) : signs.length / 2;
    const tex = head.startsWith('\\Declare') ? `\\operatorname{${body}}` : body;
    macros.set(braced ?? bare ?? defined ?? '', { count, body: tex, ...(usual !== undefined && { usual }) });
    text = text.slice(0, found.index) + text.slice(start + body.length + 2);
  }
  return { text, end };
}

/** What stands between the braces that open at a place; nothing where they are not closed. */
function groupAt(text: string, start: number): string | undefined {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const sign = text[at];
    if (sign === '\\') at++;
    else if (sign === '{') depth++;
    else if (sign === '}' && --depth === 0) return text.slice(start + 1, at);
  }
  return undefined;
}

/** A text with what its macros stand for. */
function put(text: string, macros: ReadonlyMap<string, Macro>): string {
  let made = text;
  for (let round = 0; round < mostRounds && made.length < longest; round++) {
    const next = putOnce(made, macros);
    if (next === made) return made;
    made = next;
  }
  return text;
}

function putOnce(text: string, macros: ReadonlyMap<string, Macro>): string {
  let made = '';
  let from = 0;
  for (const { 0: call, 1: name = '', index } of text.matchAll(/\\([A-Za-z]+)/g)) {
    const macro = macros.get(name);
    if (macro === undefined || index < from || isEscaped(text, index)) continue;
    const given = argumentsAt(text, index + call.length, macro);
    if (given === undefined) continue;
    const body = macro.body.replace(/#(\d)/g, (_, number: string) => given.values[Number(number) - 1] ?? '');
    const isWord = /\\[A-Za-z]+$/.test(body) && /^[A-Za-z]/.test(text.slice(given.end));
    made += `${text.slice(from, index)}${body}${isWord ? ' ' : ''}`;
    from = given.end;
  }
  return made + text.slice(from);
}

/** Whether a backslash stands behind another, which takes it for itself. */
function isEscaped(text: string, index: number): boolean {
  let count = 0;
  while (text[index - 1 - count] === '\\') count++;
  return count % 2 === 1;
}

function argumentsAt(text: string, start: number, { count, usual }: Macro) {
  const values: string[] = [];
  let end = start;
  if (usual !== undefined) {
    const [whole, option] = /^[ \t]*\[([^\]]*)\]/.exec(text.slice(end)) ?? [];
    values.push(option ?? usual);
    end += whole?.length ?? 0;
  }
  while (values.length < count) {
    const [blank = ''] = /^[ \t]*/.exec(text.slice(end)) ?? [];
    const at = end + blank.length;
    const group =
      text[at] === '{' ? groupAt(text, at) : /^(?:\\[A-Za-z]+|[^\\{}$])/.exec(text.slice(at))?.[0];
    if (group === undefined) return undefined;
    values.push(group);
    end = at + group.length + (text[at] === '{' ? 2 : 0);
  }
  return { values, end };
}

const fence = /^[ \t>]*\$\$[ \t]*$/;

/**
 * The text without formulas that had nothing but definitions in them: the end of one and the beginning of the next
 * look like one that is empty.
 *
 * @param emptied before which lines definitions stood
 */
function withoutEmpty(lines: ReadonlyArray<Line>, emptied: ReadonlySet<number>): Line[] {
  const result: Line[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) continue;
    let end = at + 1;
    let isEmptied = emptied.has(end);
    for (; /^[ \t>]*$/.test(lines[end]?.text ?? '$'); end++) isEmptied ||= emptied.has(end + 1);
    if (isEmptied && fence.test(line.text) && fence.test(lines[end]?.text ?? '')) at = end;
    else if (!/^[ \t>]*\$\$[ \t]*\$\$[ \t]*$/.test(line.text)) result.push(line);
  }
  return result;
}
