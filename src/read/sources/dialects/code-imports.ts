import { posix } from 'node:path';
import type { StepContext } from './dialect.ts';
import { instead, kindsOf, type Line } from './lines.ts';
import { dictionary } from '../../../book/dictionary.ts';

const imported = /^([ \t]*)\[(?:import|include)(?::([\w<>-]+))?([^\]]*)\]\(([^)\s]+)\)[ \t]*$/;

const languages = dictionary<string>({
  js: 'js',
  mjs: 'js',
  ts: 'ts',
  jsx: 'jsx',
  html: 'html',
  css: 'css',
  json: 'json',
  py: 'python',
  rb: 'ruby',
  rs: 'rust',
  sh: 'bash',
  md: 'markdown',
});

/**
 * Puts the code in that GitBook's plugin include-codeblock asks for: `[import, lines:3-5](path)`.
 *
 * @see https://github.com/azu/gitbook-plugin-include-codeblock
 */
export async function step(lines: ReadonlyArray<Line>, { file, book }: StepContext): Promise<Line[]> {
  const kinds = kindsOf(lines);
  const result: Line[] = [];
  for (const [index, line] of lines.entries()) {
    const [, indent = '', range, options = '', address = ''] = imported.exec(line.text) ?? [];
    if (kinds[index] !== 'prose' || address === '') {
      result.push(line);
      continue;
    }
    const text = await book.textOf(posix.normalize(posix.join(posix.dirname(file.path), address)));
    if (text === undefined) {
      book.note('include-missing', file, line, address);
      continue;
    }
    const code = partOf(text.replace(/\n$/, '').split('\n'), range, options);
    const [, stated] = /lang(?:uage)?:[ \t]*"?([\w-]+)/.exec(options) ?? [];
    const ending = posix.extname(address).slice(1);
    const fence = code.some((each) => each.includes('```')) ? '````' : '```';
    const shown = [`${fence}${stated ?? languages[ending] ?? ending}`, ...code, fence];
    result.push(...shown.map((each) => instead(line, `${indent}${each}`)));
  }
  return result;
}

/** The lines by number, or between the marks of that name; all but marks by default. */
function partOf(lines: string[], range: string | undefined, options: string): string[] {
  const isMark = (line: string): boolean =>
    /\[(?:\/\/|#)?[ \t]*(?:START|END)\b|^\s*\/\/[!/]?[ \t]*(?:doctest|\[\w+\])/.test(line);
  const [, from, to] = /^(\d+)?-(\d+)?$/.exec(range ?? '') ?? [];
  if (from !== undefined || to !== undefined)
    return lines.slice(Number(from ?? 1) - 1, to === undefined ? undefined : Number(to));
  const marker = /^<?([\w-]+)>?$/.exec(range ?? '')?.[1] ?? /marker:[ \t]*"?([\w-]+)/.exec(options)?.[1];
  const marks =
    marker === undefined
      ? []
      : lines.flatMap((line, index) => (new RegExp(`\\[${marker}\\]`).test(line) ? [index] : []));
  const [start, end] = marks;
  return (start === undefined ? lines : lines.slice(start + 1, end)).filter((line) => !isMark(line));
}
