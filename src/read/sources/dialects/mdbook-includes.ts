import { posix } from 'node:path';
import type { StepContext } from './dialect.ts';
import { instead, type Line } from './lines.ts';

/** A line that holds nothing but an include, and what may stand before it. */
const include =
  /^([ \t>]*)\{\{#(include|rustdoc_include|playground|playpen)[ \t]+([^\s{}]+)((?:[ \t][^{}]*)?)\}\}[ \t]*$/;
const anywhere =
  /(?<!\\)\{\{#(include|rustdoc_include|playground|playpen)[ \t]+([^\s{}]+)(?:[ \t][^{}]*)?\}\}/g;
const anchor = /^.*\bANCHOR(?:_END)?:[ \t]*[\w-]+[ \t]*(?:\*\/|-->)?[ \t]*$/;

/** How deep files may include each other. */
const deepest = 10;

/**
 * Puts the files in that mdBook includes, or those lines of them that it names: by numbers, or by the
 * anchors around them.
 *
 * @see https://rust-lang.github.io/mdBook/format/mdbook.html
 */
export async function step(lines: ReadonlyArray<Line>, context: StepContext): Promise<Line[]> {
  return included(lines, posix.dirname(context.file.path), context, 0);
}

async function included(
  lines: ReadonlyArray<Line>,
  folder: string,
  context: StepContext,
  depth: number,
): Promise<Line[]> {
  const result: Line[] = [];
  for (const line of lines) {
    if (!line.text.includes('{{#')) {
      result.push(line);
      continue;
    }
    const [, indent = '', , target = ''] = include.exec(line.text) ?? [];
    if (target === '') {
      result.push(instead(line, await inLine(line, folder, context)));
      continue;
    }
    const [path, text] = await textOf(target, folder, line, context);
    if (text === undefined) continue;
    const inner = text.map((each) => instead(line, `${indent}${each}`));
    result.push(
      ...(depth < deepest ? await included(inner, posix.dirname(path), context, depth + 1) : inner),
    );
  }
  return result;
}

/** Includes in the middle of a line, and what names the page alone. */
async function inLine(line: Line, folder: string, context: StepContext): Promise<string> {
  let text = line.text.replace(/(?<!\\)\{\{#title[^}]*\}\}/g, '');
  for (const [whole, , target = ''] of text.matchAll(anywhere)) {
    const [, found] = await textOf(target, folder, line, context);
    text = text.replace(whole, () => (found ?? []).join('\n').trim());
  }
  return text.replaceAll('\\{{#', '{{#');
}

async function textOf(
  target: string,
  folder: string,
  line: Line,
  { file, book }: StepContext,
): Promise<readonly [path: string, lines: string[] | undefined]> {
  const [name = '', ...range] = target.split(':');
  const path = posix.normalize(posix.join(folder, name));
  const text = await book.textOf(path);
  if (text === undefined) {
    book.note('include-missing', file, line, name);
    return [path, undefined];
  }
  return [path, partOf(text.replace(/\n$/, '').split('\n'), range)];
}

/** The lines of a file that an include names: `3`, `3:5`, `:5`, `3:`, or an anchor. */
function partOf(lines: string[], [first = '', last]: string[]): string[] {
  if (first === '' && last === undefined) return lines.filter((line) => !anchor.test(line));
  if (/^\d*$/.test(first)) {
    const from = first === '' ? 1 : Number(first);
    const to = last === undefined ? from : last === '' ? lines.length : Number(last);
    return lines.slice(from - 1, to).filter((line) => !anchor.test(line));
  }
  const name = first.replace(/[^\w-]/g, '');
  const from = lines.findIndex((line) => new RegExp(`ANCHOR:[ \\t]*${name}\\b`).test(line));
  const to = lines.findIndex((line) => new RegExp(`ANCHOR_END:[ \\t]*${name}\\b`).test(line));
  if (from === -1) return [];
  return lines.slice(from + 1, to === -1 ? undefined : to).filter((line) => !anchor.test(line));
}
