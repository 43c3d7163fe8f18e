import type { StepContext } from './dialect.ts';
import { instead, kindsOf, type Line } from './lines.ts';
import { dictionary } from '../../../book/dictionary.ts';

/** What follows a formula on its line and names it: Quarto and pandoc-crossref, Jupyter Book. */
const label = /^[ \t]*(?:\{#(eq[-:][\w:.-]+)[^}]*\}|\(([\w:.-]+)\))[ \t]*$/;

/**
 * Brings display formulas into the form of ours, `$$` on lines of their own: those on one line, those
 * between `\[` and `\]`, those that begin within a line and end below, environments of LaTeX that stand by themselves,
 * and those with a name, which get a number.
 */
export function step(typed: ReadonlyArray<Line>, context: StepContext): Line[] {
  const lines = withFormulasApart(typed);
  const kinds = kindsOf(lines);
  const result: Line[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) continue;
    const end = kinds[at] === 'prose' ? endOf(lines, kinds, at) : undefined;
    if (end === undefined) {
      result.push(line);
      continue;
    }
    result.push(...formulaOf(lines.slice(at, end + 1), context));
    at = end;
  }
  return result;
}

const beginning =
  /^[ \t>]*(?:\$\$|\\\[|\\begin\{(equation|align|gather|multline|eqnarray|flalign|alignat)(\*?)\})/;

/** The last line of the formula that begins on a line; nothing where none does, or none ends. */
function endOf(lines: ReadonlyArray<Line>, kinds: ReadonlyArray<string>, at: number): number | undefined {
  const text = lines[at]?.text ?? '';
  const [opening, environment, star = ''] = beginning.exec(text) ?? [];
  if (opening === undefined) return undefined;
  const closing =
    environment !== undefined
      ? `\\end{${environment}${star}}`
      : opening.trimStart().endsWith('[')
        ? '\\]'
        : '$$';
  for (let line = at; line < lines.length && kinds[line] === 'prose'; line++) {
    const rest = (lines[line]?.text ?? '').slice(line === at ? opening.length : 0);
    const found = rest.indexOf(closing);
    if (found !== -1) {
      const behind = rest.slice(found + closing.length);
      return behind.trim() === '' || label.test(behind) || /^[ \t]*[.,;:]?[ \t]*$/.test(behind)
        ? line
        : undefined;
    }
    if (line > at && rest.trim() === '' && closing === '$$') return undefined;
  }
  return undefined;
}

function formulaOf(lines: ReadonlyArray<Line>, context: StepContext): Line[] {
  const [first, ...rest] = lines;
  if (first === undefined) return [];
  const indent = /^[ \t>]*/.exec(first.text)?.[0] ?? '';
  const text = [
    first.text.slice(indent.length),
    ...rest.map((line) => withoutIndent(line.text, indent)),
  ].join('\n');
  const behind = /(?:\$\$|\\\]|\\end\{\w+\*?\})([^$\\]*)$/.exec(text)?.[1] ?? '';
  const named = label.exec(behind);
  const inner = bodyOf(text.slice(0, text.length - behind.length));
  const name =
    named?.[1] ??
    named?.[2] ??
    /\\label\{([^}]+)\}/.exec(inner)?.[1] ??
    /\(\\#(eq:[\w.-]+)\)/.exec(inner)?.[1];
  const tex = inner
    .replace(/\\label\{[^}]*\}/g, '')
    .replace(/\(\\#eq:[\w.-]+\)/g, '')
    .replace(/\n[ \t]*(?=\n)/g, '')
    .trim();
  const lead: string[] = [];
  let tag = '';
  if (name !== undefined) {
    const number = String(context.book.nextFormula());
    const id = name.replace(/[^\w-]/g, '-');
    context.book.labels.set(name, { target: id, number });
    if (!name.startsWith('eq')) context.book.labels.set(`eq:${name}`, { target: id, number });
    lead.push(`<a id="${id}"></a>`, '');
    tag = /\\tag\b/.test(tex) ? '' : ` \\tag{${number}}`;
  }
  const stop = /^[ \t]*[.,;:]/.test(behind) ? `\\text{${behind.trim()}}` : '';
  const body = [...lead, '$$', ...`${tex}${stop}${tag}`.split('\n'), '$$'];
  const at = (index: number): Line =>
    lines[Math.min(Math.max(0, index - lead.length), lines.length - 1)] ?? first;
  return ['', ...body, ''].map((each, index) =>
    instead(at(index - 1), each === '' ? indent.trimEnd() : `${indent}${each}`),
  );
}

function withoutIndent(text: string, indent: string): string {
  return text.startsWith(indent) ? text.slice(indent.length) : text.trimStart();
}

/** The formula itself, in an environment that stands within a formula where it was in one of its own. */
function bodyOf(text: string): string {
  const whole = text.trim();
  const [, dollars] = /^\$\$([\s\S]*)\$\$$/.exec(whole) ?? [];
  if (dollars !== undefined) return withinFormula(dollars);
  const [, brackets] = /^\\\[([\s\S]*)\\\]$/.exec(whole) ?? [];
  return withinFormula(brackets ?? whole);
}

const inside = dictionary<string>({
  align: 'aligned',
  flalign: 'aligned',
  alignat: 'aligned',
  eqnarray: 'aligned',
  gather: 'gathered',
  multline: 'gathered',
});

function withinFormula(tex: string): string {
  const [, name = '', body = ''] = /^\s*\\begin\{(\w+)\*?\}([\s\S]*)\\end\{\1\*?\}\s*$/.exec(tex) ?? [];
  if (name === 'equation') return body;
  const inner = inside[name];
  return inner === undefined
    ? tex
    : `\\begin{${inner}}${body.replace(/^\{\d+\}/, '').replace(/\\(?:nonumber|notag)\b/g, '')}\\end{${inner}}`;
}

/** Gives lines of their own to formulas between `$$` that end on a later line, and begin behind other words or have some behind them. */
function withFormulasApart(lines: ReadonlyArray<Line>): ReadonlyArray<Line> {
  if (!lines.some(({ text }) => text.includes('$$'))) return lines;
  const kinds = kindsOf(lines);
  const result: Line[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) continue;
    const [before, tex] = (kinds[at] === 'prose' ? opened(line.text) : undefined) ?? [];
    const end = before === undefined ? -1 : closingLine(lines, kinds, at + 1);
    const last = lines[end];
    if (before === undefined || last === undefined) {
      result.push(line);
      continue;
    }
    const [inner = '', rest = ''] = last.text.split(/\$\$(.*)$/s);
    const [, name = '', behind = ''] = /^([ \t]*\{#eq[-:][^{}]*\})?(.*)$/s.exec(rest) ?? [];
    const isLabel = label.test(behind) || /^[ \t]*[.,;:]?[ \t]*$/.test(behind);
    const isApart = !/[^\s>]/.test(before);
    if (isApart) result.push(line);
    else result.push(instead(line, before.trimEnd()), instead(line, ''), instead(line, `$$${tex ?? ''}`));
    result.push(...lines.slice(at + 1, end), instead(last, `${inner}$$${name}${isLabel ? behind : ''}`));
    if (!isLabel) result.push(instead(last, ''), instead(last, behind.trimStart()));
    at = end;
  }
  return result;
}

/** What stands before and behind the `$$` of a line that is open at its end. */
function opened(text: string): readonly [before: string, tex: string] | undefined {
  const pieces = text.split('$$');
  if (pieces.length % 2 === 1 || text.includes('`')) return undefined;
  const tex = pieces.pop() ?? '';
  return [pieces.join('$$'), tex];
}

/** The line, before the next empty one, in which a formula ends; -1 where none does. */
function closingLine(lines: ReadonlyArray<Line>, kinds: ReadonlyArray<string>, from: number): number {
  for (let at = from; at < lines.length && kinds[at] === 'prose'; at++) {
    const text = lines[at]?.text ?? '';
    if (text.trim() === '') return -1;
    if (text.includes('$$')) return text.split('$$').length === 2 ? at : -1;
  }
  return -1;
}
