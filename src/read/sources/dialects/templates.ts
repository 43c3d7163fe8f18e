import { posix } from 'node:path';
import type { StepContext } from './dialect.ts';
import { instead, kindsOf, linesOf, type Line } from './lines.ts';
import { takeFrontMatter } from './front-matter.ts';
import { dictionary } from '../../../book/dictionary.ts';

const boxes = dictionary<string>({
  info: 'note',
  note: 'note',
  working: 'note',
  tip: 'tip',
  success: 'tip',
  warning: 'warning',
  danger: 'caution',
});

/** Tags that say how the site is built or looks, and nothing to a reader. */
const quiet =
  /^(?:raw|endraw|endhint|endtabs|endtab|tabs|code|endcode|endfile|endmethod|method|common|sample|endsample|endif|else|endfor|set|endset|comment|endcomment|stepper|endstepper|step|endstep|columns|endcolumns|column|endcolumn|endcontent-ref|endpage-ref|endembed|assign|capture|endcapture|toc|page-break|pagebreak|include_css)$/;

const includeTag = /^[ \t]*\{%-?[ \t]*include(?:_relative)?[ \t]+["']?([^"'\s%]+)["']?[ \t]*-?%\}[ \t]*$/;
const tag = /\{%-?[ \t]*([\w-]+)([^%]*(?:%(?!\})[^%]*)*)-?%\}/g;
/** With the signs of emphasis around it, which would be left without words. */
const value = /(\*\*|__|\*|_|)\{\{-?[ \t]*([^{}]*?)[ \t]*-?\}\}\1/g;
/** What is to stand as it is, on one line. */
const rawSpan = /\{%-?[ \t]*raw[ \t]*-?%\}(.*?)\{%-?[ \t]*endraw[ \t]*-?%\}/;
const deepest = 10;

/**
 * Does what tags of templates ask for where that can be done without running any (Nunjucks in HonKit and GitBook,
 * Liquid in Jekyll): boxes, titles of code, includes, values of the book's own files. The others are left out.
 *
 * @see https://gitbook.com/docs/content-creation/blocks
 */
export async function step(lines: ReadonlyArray<Line>, context: StepContext): Promise<Line[]> {
  if (!lines.some(({ text }) => /\{[%{]/.test(text))) return [...lines];
  const whole = await withIncludes(lines, posix.dirname(context.file.path), context, 0);
  const kinds = kindsOf(whole);
  let isRaw = false;
  return whole.flatMap((line, index) => {
    if (!/\{[%{]/.test(line.text)) return [line];
    const isCode = kinds[index] !== 'prose';
    const text = line.text
      .split(rawSpan)
      .map((piece, at) => {
        if (at % 2 === 1) return piece;
        const wasRaw = isRaw;
        if (/\{%-?[ \t]*raw\b/.test(piece)) isRaw = true;
        if (/\{%-?[ \t]*endraw\b/.test(piece)) isRaw = false;
        return wasRaw || isRaw
          ? piece.replace(/\{%-?[ \t]*(?:end)?raw[ \t]*-?%\}/g, '')
          : filled({ ...line, text: piece }, isCode, context);
      })
      .join('');
    if (text === line.text) return [line];
    return text.trim() === '' && isCode ? [] : text.split('\n').map((each) => instead(line, each));
  });
}

async function withIncludes(
  lines: ReadonlyArray<Line>,
  folder: string,
  context: StepContext,
  depth: number,
): Promise<Line[]> {
  const result: Line[] = [];
  for (const line of lines) {
    const [, target] = includeTag.exec(line.text) ?? [];
    const path =
      target === undefined
        ? ''
        : posix.normalize(target.startsWith('/') ? target.slice(1) : posix.join(folder, target));
    const text =
      target === undefined || !/\.(?:md|markdown|txt)$/i.test(target)
        ? undefined
        : await context.book.textOf(path);
    if (text === undefined) {
      result.push(line);
      continue;
    }
    const inner = takeFrontMatter(linesOf(text)).lines.map((each) => instead(line, each.text));
    result.push(
      ...(depth < deepest ? await withIncludes(inner, posix.dirname(path), context, depth + 1) : inner),
    );
  }
  return result;
}

function filled(line: Line, isCode: boolean, context: StepContext): string {
  const { book, file, dialect } = context;
  // MyST fills in what it knows, in running text alone.
  const isMyst = dialect.steps.has('myst-blocks');
  if (isCode && isMyst) return line.text;
  const withValues = line.text.replace(value, (whole: string, sign: string, name: string) => {
    const found = dialect.variables?.get(name);
    if (found !== undefined) return `${sign}${found}${sign}`;
    if (isCode || isMyst) return whole;
    const [, literal] = /^["']([^"']*)["']$/.exec(name) ?? [];
    if (literal !== undefined) return `${sign}${literal}${sign}`;
    book.note('template', file, line, whole.slice(sign.length, whole.length - sign.length));
    return '';
  });
  if (isCode) return withValues;
  const indent = /^[ \t]*/.exec(line.text)?.[0] ?? '';
  return withValues.replace(tag, (whole: string, name: string, rest: string) => {
    const made = madeOf(name, rest, indent);
    if (made !== undefined) return made;
    if (!quiet.test(name)) book.note('template', file, line, whole);
    return '';
  });
}

/** What a tag becomes, where it says something to a reader. */
function madeOf(name: string, rest: string, indent: string): string | undefined {
  const named = (key: string): string | undefined =>
    new RegExp(String.raw`\b${key}[ \t]*=[ \t]*(?:"([^"]*)"|'([^']*)'|(\S+))`)
      .exec(rest)
      ?.slice(1)
      .find((each) => each !== undefined);
  const [, first] = /^[ \t]*["']([^"']*)["']/.exec(rest) ?? [];
  const alone = (text: string): string => `\n${indent}${text}\n`;
  if (name === 'hint') return `\n${indent}:::${boxes[named('style') ?? 'info'] ?? 'note'}`;
  if (name === 'endhint') return `${indent}:::\n`;
  if (name === 'code' || name === 'tab') {
    const title = named('title');
    return title === undefined ? undefined : alone(`**${title}**`);
  }
  if (name === 'sample') return undefined;
  const address = named('url') ?? named('src') ?? first;
  if (/^(?:embed|youtube|page-ref|content-ref|file)$/.test(name) && address !== undefined)
    return name === 'content-ref'
      ? ''
      : alone(
          /^https?:/.test(address)
            ? `<${address}>`
            : `[${name === 'file' ? posix.basename(address) : address}](${/\s/.test(address) ? `<${address}>` : address})`,
        );
  return undefined;
}
