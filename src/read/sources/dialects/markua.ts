import { posix } from 'node:path';
import type { StepContext } from './dialect.ts';
import { instead, kindsOf, type Line } from './lines.ts';
import { dictionary } from '../../../book/dictionary.ts';

/** The boxes that a letter before a line means. */
const letters = dictionary<string>({
  A: 'aside',
  B: 'aside',
  C: 'center',
  D: 'note',
  E: 'caution',
  I: 'note',
  Q: 'note',
  T: 'tip',
  W: 'warning',
  X: 'note',
});

const boxes = dictionary<string>({
  tip: 'tip',
  warning: 'warning',
  error: 'caution',
  information: 'note',
  question: 'note',
  discussion: 'note',
  exercise: 'note',
  center: 'center',
});

const boxLine = /^([ABCDEITQWX])>(?:[ \t](.*))?$/;
const attributeLine = /^\{((?:[\w-]+|[#.][\w:.-]+)(?:[ \t]*[=:][^{}]*|[ \t,][^{}]*)?|::[^{}]*\/?)\}[ \t]*$/;
const codeLine = /^(?: {4}|\t)/;

/**
 * Makes our Markdown of Markua and of what Leanpub read before it: asides by letters, lines of attributes above
 * blocks, code and formulas in their ways.
 *
 * @see https://leanpub.com/markua/read
 */
export async function step(lines: ReadonlyArray<Line>, context: StepContext): Promise<Line[]> {
  return withAttributes(await withImports(withBoxes(withFormulas(lines)), context), context);
}

/** Lines of one letter in a row are one box; its heading is the title. */
function withBoxes(lines: ReadonlyArray<Line>): Line[] {
  const kinds = kindsOf(lines);
  const result: Line[] = [];
  let open: { readonly letter: string; readonly lines: Line[] } | undefined;
  const close = (): void => {
    if (open !== undefined) result.push(...boxOf(letters[open.letter] ?? 'note', open.lines));
    open = undefined;
  };
  for (const [index, line] of lines.entries()) {
    const [, letter, text = ''] = (kinds[index] === 'prose' && boxLine.exec(line.text)) || [];
    if (letter === undefined) {
      close();
      result.push(line);
      continue;
    }
    if (open?.letter !== letter) close();
    open ??= { letter, lines: [] };
    open.lines.push(instead(line, text));
  }
  close();
  return result;
}

function boxOf(name: string, lines: ReadonlyArray<Line>): Line[] {
  const at = lines.findIndex(({ text }) => text.trim() !== '');
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return [];
  const [, title] = /^#{1,6}[ \t]+(.*?)(?:[ \t]+\{[^}]*\})?[ \t]*$/.exec(lines[at]?.text ?? '') ?? [];
  const content = title === undefined ? lines : lines.slice(at + 1);
  return [
    instead(first, ''),
    instead(first, name === 'center' ? ':::center' : `:::${name}${title === undefined ? '' : `[${title}]`}`),
    ...content,
    instead(last, ':::'),
    instead(last, ''),
  ];
}

function withFormulas(lines: ReadonlyArray<Line>): Line[] {
  const kinds = kindsOf(lines);
  return lines.map((line, index) => {
    if (kinds[index] !== 'prose' || !line.text.includes('$$}')) return line;
    const text = line.text
      .replace(/^[ \t]*\{\/?\$\$\}[ \t]*$/, '$$$$')
      .replace(/\{\$\$\}(.*?)\{\/\$\$\}/g, (_, tex: string) => `$${tex.trim()}$`);
    return instead(line, text);
  });
}

const importLine = /^(?:<<[ \t]*(?:\[([^\]]*)\])?|!\[([^\]]*)\])\(([^)\s]+)(?:[ \t]+"([^"]*)")?\)[ \t]*$/;
const pictures = /\.(?:png|jpe?g|gif|svg|webp|avif|tiff?|bmp|pdf|eps)$/i;

/** Code that lies in files of its own: `<<[Title](code/a.js)`, `![Title](code/a.js)`. */
async function withImports(
  lines: ReadonlyArray<Line>,
  { file, book, dialect }: StepContext,
): Promise<Line[]> {
  const kinds = kindsOf(lines);
  const result: Line[] = [];
  for (const [index, line] of lines.entries()) {
    const [whole, old, title = old ?? '', path = ''] =
      (kinds[index] === 'prose' && importLine.exec(line.text)) || [];
    if (whole === undefined || pictures.test(path) || /^https?:/.test(path)) {
      result.push(line);
      continue;
    }
    const folders = [posix.dirname(file.path), ...(dialect.imageFolders ?? [])];
    const texts = await Promise.all(
      folders.map((folder) => book.textOf(posix.normalize(posix.join(folder, path)))),
    );
    const text = texts.find((each) => each !== undefined);
    if (text === undefined) {
      book.note('include-missing', file, line, path);
      continue;
    }
    const code = text.replace(/\n$/, '').split('\n');
    const shown = [
      ...(title === '' ? [] : [`**${title}**`, '']),
      `\`\`\`\`${posix.extname(path).slice(1)}`,
      ...code,
      '````',
    ];
    result.push(...shown.map((each) => instead(line, each)));
  }
  return result;
}

/** Attributes, as far as they say something to us. */
interface Attributes {
  readonly id?: string;
  readonly name?: string;
  readonly kind?: string;
  readonly language?: string;
  readonly title?: string;
  readonly width?: string;
}

function attributesOf(typed: string): Attributes {
  const value = (key: string): string | undefined =>
    new RegExp(String.raw`(?:^|[\s,])${key}[ \t]*[=:][ \t]*(?:"([^"]*)"|'([^']*)'|([^\s,"']+))`)
      .exec(typed)
      ?.slice(1)
      .find((each) => each !== undefined);
  const given = {
    id: /#([\w:.-]+)/.exec(typed)?.[1] ?? value('id'),
    name: /^[\w-]+(?=[\s,]|$)/.exec(typed)?.[0],
    kind: value('class') ?? /(?:^|\s)\.([\w-]+)/.exec(typed)?.[1],
    language: value('lang') ?? value('format'),
    title: value('title') ?? value('caption'),
    width: value('width'),
  };
  return Object.fromEntries(Object.entries(given).filter(([, each]) => each !== undefined));
}

function withAttributes(lines: ReadonlyArray<Line>, { file, book }: StepContext): Line[] {
  const kinds = kindsOf(lines);
  const result: Line[] = [];
  const open: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) continue;
    const [, typed] = (kinds[at] === 'prose' && attributeLine.exec(line.text)) || [];
    const closes = kinds[at] === 'prose' ? /^\{\/([\w-]+)\}[ \t]*$/.exec(line.text)?.[1] : undefined;
    if (closes !== undefined) {
      result.push(instead(line, open.pop() === 'box' ? ':::' : ''));
      continue;
    }
    if (typed === undefined) {
      result.push(line);
      continue;
    }
    const attributes = attributesOf(typed);
    if (attributes.name === 'aside' || attributes.name === 'blurb') {
      open.push('box');
      const box = boxes[attributes.kind ?? ''] ?? 'aside';
      result.push(instead(line, `:::${box}${attributes.title === undefined ? '' : `[${attributes.title}]`}`));
    } else if (attributes.name === 'pagebreak') result.push(instead(line, '::page-break'));
    else if (attributes.name === 'quiz' || attributes.name === 'exercise') {
      open.push('none');
      result.push(instead(line, ''));
      book.note('template', file, line, line.text);
    } else at = attach(attributes, lines, at, result);
  }
  return result;
}

/** Gives the block below what its line of attributes says; the index of the last line that was read. */
function attach(attributes: Attributes, lines: ReadonlyArray<Line>, at: number, result: Line[]): number {
  const line = lines[at];
  const next = lines[at + 1];
  if (line === undefined) return at;
  const { id, language, title, width } = attributes;
  if (next === undefined || next.text.trim() === '') return at;
  if (/^#{1,6}[ \t]/.test(next.text)) {
    result.push(instead(next, id === undefined ? next.text : `${next.text} {#${id}}`));
    return at + 1;
  }
  const above = title === undefined ? [] : [instead(line, `**${title}**`), instead(line, '')];
  if (codeLine.test(next.text)) {
    let end = at + 1;
    while (end + 1 < lines.length && (codeLine.test(lines[end + 1]?.text ?? '') || isGap(lines, end + 1)))
      end += 1;
    const code = lines.slice(at + 1, end + 1).map((each) => instead(each, each.text.replace(codeLine, '')));
    result.push(
      ...above,
      instead(line, `\`\`\`\`${plainLanguage(language)}`),
      ...code,
      instead(code.at(-1) ?? line, '````'),
    );
    return end;
  }
  const [, fence, info = ''] = /^(`{3,}|~{3,})(.*)$/.exec(next.text) ?? [];
  if (fence !== undefined) {
    result.push(
      ...above,
      instead(next, `${fence}${language === undefined ? info : plainLanguage(language)}`),
    );
    return at + 1;
  }
  if (next.text.startsWith('![') && (width !== undefined || id !== undefined)) {
    const said = [
      ...(id === undefined ? [] : [`#${id}`]),
      ...(width === undefined ? [] : [`width=${width}`]),
    ].join(' ');
    result.push(instead(next, `${next.text.trimEnd()}{${said}}`));
    // A figure stands on its line, also where text goes on below it.
    if (/\)\s*$/.test(next.text)) result.push(instead(next, ''));
    return at + 1;
  }
  if (id !== undefined) result.push(instead(line, `<a id="${id}"></a>`), instead(line, ''));
  return at;
}

function plainLanguage(language: string | undefined): string {
  return language === undefined || /^(?:text|none|console)$/i.test(language) ? '' : language.toLowerCase();
}

/** An empty line between lines of code. */
function isGap(lines: ReadonlyArray<Line>, at: number): boolean {
  const next = lines.slice(at).find(({ text }) => text.trim() !== '');
  return (lines[at]?.text.trim() ?? '') === '' && next !== undefined && codeLine.test(next.text);
}
