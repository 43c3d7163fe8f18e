import { posix } from 'node:path';
import type { StepContext } from './dialect.ts';
import { takeFrontMatter } from './front-matter.ts';
import { instead, kindsOf, linesOf, type Line } from './lines.ts';
import { dictionary } from '../../../book/dictionary.ts';

const boxes = dictionary<string>({
  note: 'note',
  seealso: 'note',
  abstract: 'note',
  summary: 'note',
  tldr: 'note',
  info: 'note',
  todo: 'note',
  question: 'note',
  help: 'note',
  faq: 'note',
  example: 'note',
  quote: 'aside',
  cite: 'aside',
  tip: 'tip',
  hint: 'tip',
  success: 'tip',
  check: 'tip',
  done: 'tip',
  important: 'important',
  warning: 'warning',
  attention: 'warning',
  caution: 'caution',
  danger: 'caution',
  error: 'caution',
  failure: 'caution',
  fail: 'caution',
  missing: 'caution',
  bug: 'caution',
});

const opening =
  /^([ \t]*)(?:!!!|\?\?\?\+?)[ \t]+([\w-]+)((?:[ \t]+[\w-]+)*)[ \t]*(?:"((?:[^"\\]|\\.)*)")?[ \t]*$/;
const tab = /^([ \t]*)===[+!]?[ \t]+"([^"]*)"[ \t]*$/;
const snippet = /^([ \t]*)-{1,2}8<-{1,2}[ \t]+"([^"\s:]+)(?::([\w:,-]+))?"[ \t]*$/;
const deepest = 10;

/**
 * Makes blocks of ours of the admonitions of Python-Markdown, whose text is indented by four blanks, and of those
 * that can be folded; the words over tabs stand above what they hold; snippets are put in.
 *
 * @see https://python-markdown.github.io/extensions/admonition/
 */
export async function step(lines: ReadonlyArray<Line>, context: StepContext): Promise<Line[]> {
  return boxed(withoutCalls(await withSnippets(lines, context, 0), context), 0);
}

/** Takes out what plugins would make of the code of a program: `::: module.Class`, with its indented options. */
function withoutCalls(lines: ReadonlyArray<Line>, { book, file }: StepContext): Line[] {
  const kinds = kindsOf(lines);
  let isOption = false;
  return lines.filter((line, index) => {
    const [, name] = /^:::[ \t]*([\w-]+(?:\.[\w.]+)*)[ \t]*$/.exec(line.text) ?? [];
    if (kinds[index] === 'prose' && name !== undefined && (name.includes('.') || name === 'mkdocs-click')) {
      book.note('template', file, line, line.text.trim());
      isOption = true;
      return false;
    }
    isOption &&= /^(?: {4}|\t)\S|^[ \t]+:[\w-]+:/.test(line.text);
    return !isOption;
  });
}

function boxed(lines: ReadonlyArray<Line>, depth: number): Line[] {
  const kinds = kindsOf(lines);
  const result: Line[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) continue;
    const [, indent = '', kind, , title] = kinds[index] === 'prose' ? (opening.exec(line.text) ?? []) : [];
    const [, before = '', words] = kinds[index] === 'prose' ? (tab.exec(line.text) ?? []) : [];
    if ((kind === undefined && words === undefined) || depth > deepest) {
      result.push(line);
      continue;
    }
    const edge = kind === undefined ? before : indent;
    const body = bodyBelow(lines, index, edge);
    index += body.length;
    const inner = boxed(
      body.map((each) => dedented(each, edge)),
      depth + 1,
    );
    const say = (text: string): Line => instead(line, text === '' ? '' : `${edge}${text}`);
    const text = inner.map((each) => (each.text === '' ? each : instead(each, `${edge}${each.text}`)));
    if (kind === undefined) result.push(say(''), say(`**${words}**`), say(''), ...text, say(''));
    else {
      const shown = title ?? (Object.hasOwn(boxes, kind.toLowerCase()) ? '' : capitalized(kind));
      const box = boxes[kind.toLowerCase()] ?? 'note';
      const named = shown === '' ? '' : `[${shown.replaceAll('\\"', '"')}]`;
      result.push(say(''), say(`:::${box}${named}`), ...text, say(':::'), say(''));
    }
  }
  return result;
}

function capitalized(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

/** The lines below that are indented further, without the empty ones at their end. */
function bodyBelow(lines: ReadonlyArray<Line>, at: number, edge: string): Line[] {
  const inside = new RegExp(`^${edge}(?: {4}|\\t)`);
  let end = at + 1;
  while (end < lines.length && (inside.test(lines[end]?.text ?? '') || lines[end]?.text.trim() === '')) end++;
  while (end > at + 1 && lines[end - 1]?.text.trim() === '') end--;
  return lines.slice(at + 1, end);
}

function dedented(line: Line, edge: string): Line {
  return instead(line, line.text.slice(edge.length).replace(/^(?: {4}|\t)/, ''));
}

async function withSnippets(
  lines: ReadonlyArray<Line>,
  context: StepContext,
  depth: number,
): Promise<Line[]> {
  const result: Line[] = [];
  for (const line of lines) {
    const [, indent = '', path, part] = snippet.exec(line.text) ?? [];
    if (path === undefined) {
      result.push(line);
      continue;
    }
    const text = await textAt(path, context);
    if (text === undefined) {
      context.book.note('include-missing', context.file, line, path);
      continue;
    }
    const whole = partOf(takeFrontMatter(linesOf(text.replace(/\n$/, ''))).lines, part);
    const inner = whole.map((each) => instead(line, `${indent}${each.text}`));
    result.push(...(depth < deepest ? await withSnippets(inner, context, depth + 1) : inner));
  }
  return result;
}

/** Snippets lie where the program runs, or beside the texts. */
async function textAt(path: string, { book, file, dialect }: StepContext): Promise<string | undefined> {
  for (const folder of ['', ...(dialect.imageFolders ?? []), posix.dirname(file.path)]) {
    const text = await book.textOf(posix.normalize(posix.join(folder, path)));
    if (text !== undefined) return text;
  }
  return undefined;
}

/** The lines by number, or between the marks of that name. */
function partOf(lines: ReadonlyArray<Line>, part: string | undefined): ReadonlyArray<Line> {
  const isMark = ({ text }: Line): boolean => /-{1,2}8<-{1,2}[ \t]*\[(?:start|end):/.test(text);
  const [, from, to] = /^(\d*):(\d*)$/.exec(part ?? '') ?? [];
  if (from !== undefined)
    return lines.slice(from === '' ? 0 : Number(from) - 1, to === '' ? undefined : Number(to));
  if (part === undefined) return lines.filter((line) => !isMark(line));
  const at = (mark: string): number => lines.findIndex(({ text }) => text.includes(`[${mark}:${part}]`));
  const end = at('end');
  return lines.slice(at('start') + 1, end === -1 ? undefined : end).filter((line) => !isMark(line));
}
