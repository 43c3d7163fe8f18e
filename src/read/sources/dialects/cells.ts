import { posix } from 'node:path';
import type { StepContext } from './dialect.ts';
import { inPlaceOf } from './blocks.ts';
import { mappingIn, wordsIn } from './front-matter.ts';
import { linesOfCode, withCode, withProse, type CodeBlock, type Line } from './lines.ts';

/** What a block of code that would be run says of itself. */
interface Cell {
  readonly language: string;
  readonly label?: string;
  readonly caption?: string;
  readonly alt?: string;
  readonly shows: boolean;
  readonly isRun: boolean;
  readonly code: ReadonlyArray<Line>;
}

const engines =
  /^(?:r|python|julia|bash|sh|sql|stan|ojs|rcpp|javascript|js|css|mermaid|dot|block2?|include|embed)$/i;

/**
 * Shows blocks of code that would be run as code (knitr, Quarto, Jupyter), without their options, and the
 * pictures that come of them where these lie in the folder: those that the code only includes, and those that
 * the program of the book has made.
 *
 * @see https://yihui.org/knitr/options/
 */
export async function step(lines: ReadonlyArray<Line>, context: StepContext): Promise<Line[]> {
  const shown = await withCode(withConditions(lines), async (block) => {
    const cell = cellOf(block, context.dialect.showsCode ?? true);
    return cell === undefined ? plain(block) : shownAs(cell, block, context);
  });
  return withProse(shown, (text, line) => {
    if (!/`\{?(?:r|python)[ }]/.test(text)) return text;
    context.book.note('code-not-run', context.file, line, text.trim());
    return text;
  });
}

/** Text that R would put in where the output is HTML, over several lines. */
function withConditions(lines: ReadonlyArray<Line>): ReadonlyArray<Line> {
  let isOpen = false;
  return lines.filter(({ text }) => {
    if (/^`r if ?\(knitr:{2,3}is_html_output\(\)\) ?['"]$/.test(text.trimEnd())) {
      isOpen = true;
      return false;
    }
    if (!isOpen || !/^['"]`$/.test(text.trimEnd())) return true;
    isOpen = false;
    return false;
  });
}

/** A block with attributes in braces: `{.python #id}` is a block of that language. */
function plain(block: CodeBlock): Line[] {
  const [, inner = ''] = /^\{([^}]*)\}/.exec(block.info) ?? [];
  const [, language = ''] = /^\{?\.?([\w+#-]+)/.exec(inner) ?? /(?:^|\s)\.([\w+-]+)/.exec(inner) ?? [];
  if (!block.info.startsWith('{') || inner.startsWith('=')) return linesOfCode(block);
  return linesOfCode({
    ...block,
    info: inner.startsWith('{') ? language : (/(?:^|\s)\.([\w+-]+)/.exec(inner)?.[1] ?? ''),
  });
}

function cellOf(block: CodeBlock, showsCode: boolean): Cell | undefined {
  const [, language = '', header = ''] = /^\{([A-Za-z][\w.+-]*)[ \t,]*([^}]*)\}/.exec(block.info) ?? [];
  if (language === '' || (!engines.test(language) && !/^[a-z]+$/i.test(language))) return undefined;
  const count = block.code.findIndex(({ text }) => !/^[ \t]*(?:#|\/\/|%%|--)\|/.test(text));
  const written = block.code.slice(0, count === -1 ? undefined : count);
  const own = written.map(({ text }) => text.replace(/^[ \t]*(?:#|\/\/|%%|--)\|[ ]?/, ''));
  const options: Record<string, unknown> = { ...headerOptions(header), ...ownOptions(own) };
  const source = block.code.map(({ text }) => text).join('\n');
  const ofTable = /\bkable\([\s\S]*?\bcaption\s*=\s*(["'])(.*?)\1/.exec(source)?.[2];
  const caption = wordsIn(
    options['fig-cap'] ?? options['fig.cap'] ?? options['tbl-cap'] ?? options['tab.cap'] ?? ofTable,
  );
  const label = wordsIn(
    /\bkable\([\s\S]*?\blabel\s*=\s*["']([\w:.-]+)["']/.exec(source)?.[1] ?? options['label'],
  );
  const alt = wordsIn(options['fig-alt'] ?? options['fig.alt']);
  const echo = options['echo'];
  return {
    language: language.toLowerCase(),
    ...(label !== undefined && { label }),
    ...(caption !== undefined && { caption }),
    ...(alt !== undefined && { alt }),
    shows: !isFalse(options['include']) && !isFalse(echo ?? showsCode),
    isRun: !isFalse(options['eval']) && !isFalse(options['include']),
    code: block.code.slice(written.length),
  };
}

/** Options in lines above the code: those of Quarto in YAML, those of knitr as in the head of the block. */
function ownOptions(lines: ReadonlyArray<string>): Readonly<Record<string, unknown>> {
  const isKnitr = lines.some((line) => /^[ \t]*[\w.-]+[ \t]*=/.test(line));
  return isKnitr ? headerOptions(lines.join('\n')) : mappingIn(lines.join('\n'));
}

function isFalse(value: unknown): boolean {
  return value === false || /^(?:false|f|no)$/i.test(typeof value === 'string' ? value : '');
}

/** `label, echo=FALSE, fig.cap="A caption"` of knitr. */
function headerOptions(header: string): Record<string, string> {
  const options: Record<string, string> = {};
  const [, label] = /^[ \t]*["']?([\w:. -]*[\w:.-])["']?[ \t]*(?:,|$)/.exec(header) ?? [];
  if (label !== undefined && !/^[\w.]+[ \t]*=/.test(header)) options['label'] = label.trim();
  for (const [, key = '', double, single, bare] of header.matchAll(
    /([\w.-]+)[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^,\s]+))/g,
  ))
    // What R would reckon is not known.
    if (bare?.includes('(') !== true) options[key] = (double ?? single ?? bare ?? '').replace(/\\(.)/g, '$1');
  return options;
}

/** The code of a cell, if it is to be seen, and its pictures. */
async function shownAs(cell: Cell, block: CodeBlock, context: StepContext): Promise<Line[]> {
  const { opening, indent } = block;
  const code = cell.shows && cell.code.some(({ text }) => text.trim() !== '');
  const picture = await pictureOf(cell, context);
  const isMade = picture !== undefined;
  if (cell.isRun && !isMade && cell.language !== 'include')
    context.book.note(
      'code-not-run',
      context.file,
      opening,
      `{${cell.language}}${cell.label === undefined ? '' : ` ${cell.label}`}`,
    );
  const figure =
    isMade || cell.caption !== undefined ? figureOf(cell, picture, opening, indent, context) : [];
  return [...(code ? linesOfCode({ ...block, info: cell.language, code: [...cell.code] }) : []), ...figure];
}

function figureOf(
  { label = '', caption, alt }: Cell,
  picture: string | undefined,
  line: Line,
  indent: string,
  { book, file }: StepContext,
): Line[] {
  const kind = /^(fig|tbl|lst)-/.exec(label)?.[1] ?? 'fig';
  const words = (caption ?? '').replace(
    /^\(ref:([\w-]+)\)$/,
    (_, name: string) => book.labels.get(`ref:${name}`)?.target ?? '',
  );
  if (picture === undefined) {
    book.note('figure-not-made', file, line, words === '' ? label : words);
    // What refers to it leads to where it would be.
    const id = label.replace(/[^\w-]/g, '-');
    if (label !== '')
      for (const name of namesOf(label, kind)) book.labels.set(name, { target: id, number: '?' });
    return inPlaceOf(
      line,
      ['', ...(label === '' ? [] : [`<a id="${id}"></a>`, '']), ...(words === '' ? [] : [`*${words}*`, ''])],
      indent,
    );
  }
  const id = label.replace(/[^\w-]/g, '-');
  if (label !== '' && words !== '')
    for (const name of namesOf(label, kind)) book.labels.set(name, { target: id });
  const image = `![${(alt ?? words).replace(/[[\]]/g, '')}](${encodeURI(picture)})`;
  if (words === '') return inPlaceOf(line, ['', image, ''], indent);
  return inPlaceOf(
    line,
    ['', `:::figure${label === '' ? '' : `{#${id}}`}`, image, '', words, ':::', ''],
    indent,
  );
}

/** By what names texts refer to what a cell makes: Quarto's, bookdown's. */
function namesOf(label: string, kind: string): string[] {
  return [label, kind === 'tbl' ? `tab:${label}` : `fig:${label}`, `tab:${label}`];
}

/** The picture that comes of a cell, seen from its text: one that the code includes, or one made earlier. */
async function pictureOf(cell: Cell, { file, dialect, book }: StepContext): Promise<string | undefined> {
  const folder = posix.dirname(file.path);
  const source = cell.code.map(({ text }) => text).join('\n');
  const [, included] =
    /include_graphics\(\s*(?:path\s*=\s*)?(?:c\()?\s*(?:here::here\(|here\(|file\.path\()?\s*["']([^"']+)["']/.exec(
      source,
    ) ?? [];
  if (included !== undefined) {
    for (const from of [folder, '', ...(dialect.imageFolders ?? [])]) {
      const path = posix.normalize(posix.join(from, included));
      if (!/^https?:/.test(included) && (await book.exists(path))) return posix.relative(folder, path);
    }
  }
  if (cell.label === undefined) return undefined;
  const stem = posix.basename(file.path).replace(/\.\w+$/, '');
  const folders = [
    `${stem}_files/figure-html`,
    `_freeze/${stem}/figure-html`,
    ...(dialect.madeFolders ?? []),
  ];
  for (const from of folders)
    for (const ending of ['png', 'svg', 'jpeg', 'jpg']) {
      const path = posix.join(from, `${cell.label}-1.${ending}`);
      if (await book.exists(path)) return posix.relative(folder, path);
    }
  return undefined;
}
