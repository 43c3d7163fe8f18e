import { posix } from 'node:path';
import type { StepContext } from './dialect.ts';
import { takeFrontMatter } from './front-matter.ts';
import { entered, figureOf, listTable, type Directive } from './myst-figures.ts';
import { instead, linesOf, linesOfCode, withCode, type CodeBlock, type Line } from './lines.ts';
import { dictionary } from '../../../book/dictionary.ts';

const boxes = dictionary<string>({
  note: 'note',
  seealso: 'note',
  admonition: 'note',
  dropdown: 'note',
  exercise: 'note',
  solution: 'note',
  tip: 'tip',
  hint: 'tip',
  important: 'important',
  warning: 'warning',
  attention: 'warning',
  caution: 'caution',
  danger: 'caution',
  error: 'caution',
  margin: 'aside',
  sidebar: 'aside',
  aside: 'aside',
  topic: 'aside',
  epigraph: 'epigraph',
  'pull-quote': 'quote',
});

/** Directives that list what the book has by itself. */
const quiet =
  /^(?:toctree|tableofcontents|contents|bibliography|eval-rst|index|printindex|nb-exec-table|highlight)$/;

/**
 * Makes blocks of ours of the directives of MyST, and ids of its targets.
 *
 * @see https://mystmd.org/guide/directives
 */
export async function step(lines: ReadonlyArray<Line>, context: StepContext): Promise<Line[]> {
  return withTargets(await withDirectives(lines, context, 0), context);
}

const deepest = 10;

async function withDirectives(
  lines: ReadonlyArray<Line>,
  context: StepContext,
  depth: number,
): Promise<Line[]> {
  return withCode(withColons(lines), async (block) => {
    const [, name, argument = ''] = /^\{([\w:-]+)\}[ \t]*(.*)$/.exec(block.info) ?? [];
    if (name === undefined) return linesOfCode(block);
    const made = await madeOf(directiveOf(name, argument, block), block, context, depth);
    return made.map((line) =>
      line.text === '' || block.indent === '' ? line : instead(line, `${block.indent}${line.text}`),
    );
  });
}

/** Directives between colons, as if between tildes, behind which code may stand. */
function withColons(lines: ReadonlyArray<Line>): Line[] {
  const open: string[] = [];
  return lines.map((line) => {
    const [, indent = '', colons, rest = ''] = /^([ \t]*)(:{3,})(\{[\w:-]+\}.*)$/.exec(line.text) ?? [];
    if (colons !== undefined) {
      open.push(colons);
      return instead(line, `${indent}${'~'.repeat(colons.length + 3)}${rest}`);
    }
    const [, inner = '', end] = /^([ \t]*)(:{3,})[ \t]*$/.exec(line.text) ?? [];
    if (end === undefined || open.at(-1) !== end) return line;
    open.pop();
    return instead(line, `${inner}${'~'.repeat(end.length + 3)}`);
  });
}

function directiveOf(name: string, argument: string, { code, indent }: CodeBlock): Directive {
  const body = code.map((line) =>
    line.text.startsWith(indent) ? instead(line, line.text.slice(indent.length)) : line,
  );
  const options = new Map<string, string>();
  let from = 0;
  if (/^---[ \t]*$/.test(body[0]?.text ?? '')) {
    const end = body.findIndex(({ text }, index) => index > 0 && /^---[ \t]*$/.test(text));
    for (const { text } of body.slice(1, Math.max(1, end))) {
      const [, key = '', value = ''] = /^([\w-]+)[ \t]*:[ \t]*(.*)$/.exec(text) ?? [];
      if (key !== '') options.set(key, value);
    }
    from = end === -1 ? 0 : end + 1;
  }
  for (; from < body.length; from++) {
    const [, key, value = ''] = /^[ \t]*:([\w-]+):[ \t]*(.*)$/.exec(body[from]?.text ?? '') ?? [];
    if (key === undefined) break;
    options.set(key, value.trim());
  }
  return { name, argument: argument.trim(), options, body: body.slice(from) };
}

async function madeOf(
  directive: Directive,
  block: CodeBlock,
  context: StepContext,
  depth: number,
): Promise<Line[]> {
  const { name, argument, options, body } = directive;
  const { opening } = block;
  const { book, file } = context;
  const text = (...texts: string[]): Line[] => texts.map((each) => instead(opening, each));
  const inner = async (): Promise<Line[]> =>
    depth < deepest ? withDirectives(body, context, depth + 1) : [...body];
  const id = (options.get('name') ?? options.get('label'))?.trim();
  // Where there is no bibliography nothing is made of it.
  if (name === 'bibliography' && context.dialect.cites === true) return text('', '::bibliography', '');
  if (quiet.test(name)) return [];
  if (name === 'code-cell') book.note('code-not-run', file, opening, `{code-cell} ${argument}`);
  if (/^(?:code-cell|code-block|code|sourcecode)$/.test(name))
    return codeBlock(argument.replace(/^ipython3?$/, 'python'), body, opening);
  if (name === 'math')
    return [...text('', '$$'), ...body, ...text(id === undefined ? '$$' : `$$ (${id})`, '')];
  if (name === 'figure' || name === 'image') return figureOf(directive, id, opening, context, await inner());
  if (name === 'include' || name === 'literalinclude') return includedIn(directive, opening, context, depth);
  if (name === 'table')
    return [
      ...text('', `:::table${id === undefined ? '{.unnumbered}' : `{#${entered(id, book)}}`}`, argument, ''),
      ...(await inner()),
      ...text('', ':::', ''),
    ];
  if (name === 'list-table') return listTable(directive, id, opening, context);
  if (name === 'raw') return /html/.test(argument) ? body : [];
  if (name === 'tab-item' || name === 'card')
    return [...text('', argument === '' ? '' : `**${argument}**`, ''), ...(await inner())];
  const theorem = /^prf:(\w+)$/.exec(name)?.[1];
  const box = theorem === undefined ? boxes[name] : 'aside';
  if (box === undefined) {
    if (
      !/^(?:tab-set|grid|grid-item|grid-item-card|panels|div|container|glossary|compound|figure-md)$/.test(
        name,
      )
    )
      book.note('template', file, opening, `{${name}}`);
    return [...text(''), ...(await inner())];
  }
  const ids = id === undefined ? '' : `{#${entered(id, book)}}`;
  const kind = theorem === undefined ? '' : nameOfTheorem(theorem, id, options, book);
  const title = [kind, theorem === undefined ? argument : argument === '' ? '' : `(${argument})`]
    .filter((each) => each !== '')
    .join(' ');
  const named = box === 'epigraph' || box === 'quote' ? '' : title === '' ? '' : `[${title}]`;
  return [...text('', `:::${box}${named}${ids}`), ...(await inner()), ...text(':::', '')];
}

/**
 * What stands over a theorem, with its number; proofs have none.
 *
 * @see https://mystmd.org/guide/proofs-and-theorems
 */
function nameOfTheorem(
  theorem: string,
  id: string | undefined,
  options: ReadonlyMap<string, string>,
  book: StepContext['book'],
): string {
  const kind = `${theorem.charAt(0).toUpperCase()}${theorem.slice(1)}`;
  const enumerated = options.get('enumerated') ?? (options.has('nonumber') ? 'false' : 'true');
  if (theorem === 'proof' || enumerated.trim() === 'false') return kind;
  const number = String(book.nextOf(kind));
  const words = `${kind} ${number}`;
  if (id !== undefined) book.labels.set(id, { target: id.replace(/[^\w-]/g, '-'), number, words });
  return words;
}

function codeBlock(language: string, body: ReadonlyArray<Line>, opening: Line): Line[] {
  return [instead(opening, `\`\`\`\`${language}`), ...body, instead(body.at(-1) ?? opening, '````')];
}

async function includedIn(
  { name, argument, options }: Directive,
  opening: Line,
  context: StepContext,
  depth: number,
): Promise<Line[]> {
  const path = posix.normalize(posix.join(posix.dirname(context.file.path), argument));
  const text = await context.book.textOf(path);
  if (text === undefined) {
    context.book.note('include-missing', context.file, opening, argument);
    return [];
  }
  const lines = takeFrontMatter(linesOf(text.replace(/\n$/, ''))).lines.map((line) =>
    instead(opening, line.text),
  );
  if (name === 'literalinclude')
    return codeBlock(options.get('language') ?? posix.extname(argument).slice(1), lines, opening);
  return depth < deepest ? withDirectives(lines, context, depth + 1) : lines;
}

/** `(name)=` above a heading is its id; above anything else an anchor. */
function withTargets(lines: ReadonlyArray<Line>, { book }: StepContext): Line[] {
  const result: Line[] = [];
  let name: string | undefined;
  for (const line of lines) {
    const [, target] = /^[ \t]*\(([^()\s]+)\)=[ \t]*$/.exec(line.text) ?? [];
    if (target !== undefined) {
      name = target;
      continue;
    }
    if (name === undefined || line.text.trim() === '') {
      result.push(line);
      continue;
    }
    const id = entered(name, book);
    if (/^#{1,6}[ \t]/.test(line.text)) result.push(instead(line, `${line.text.trimEnd()} {#${id}}`));
    else result.push(instead(line, `<a id="${id}"></a>`), instead(line, ''), line);
    name = undefined;
  }
  return result;
}
