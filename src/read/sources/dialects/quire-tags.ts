import type { ListedFigure, StepContext } from './dialect.ts';
import { instead, kindsOf, type Line } from './lines.ts';

const tag =
  /\{%-?[ \t]*([\w-]+)([^%]*(?:%(?!\})[^%]*)*)-?%\}|\{\{<[ \t]*(\/?)(?:q-)?([\w-]+)([\s\S]*?)>\}\}/g;

/** Tags that show what the book has by itself, or that are of layout alone. */
const quiet =
  /^(?:bibliography|contributors?|copyright|citation|cite-this|citethis|backmatter|endbackmatter|icon|title|loc|div|enddiv|class|accordion-?controls|endaccordion|html|endhtml)$/;

/**
 * Puts the figures in that texts of Quire name and its list describes, and the notes and citations that stand in
 * tags; blocks of layout lose their tags.
 *
 * @see https://quire.getty.edu/docs-v1/shortcodes/
 */
export function step(typed: ReadonlyArray<Line>, context: StepContext): Line[] {
  const lines = withoutUnopened([...opening(context), ...typed]);
  const kinds = kindsOf(lines);
  return lines.flatMap((line, index): Line[] => {
    if (kinds[index] !== 'prose' || !/\{(?:%|\{<)/.test(line.text)) return [line];
    const text = line.text.replace(
      tag,
      (whole: string, name?: string, rest = '', _slash = '', old?: string, oldRest = '') =>
        madeOf(name ?? old ?? '', `${rest}${oldRest}`.trim(), context) ??
        (name === undefined ? unknown(whole, line, context) : whole),
    );
    return text === line.text ? [line] : text.split('\n').map((each) => instead(line, each));
  });
}

/** What the page begins with by the lists of the book. */
function opening({ dialect, file }: StepContext): Line[] {
  return (dialect.openings?.get(file.path) ?? []).map((text) => ({ text, at: 1 }));
}

/** A tag of the book's own, of which its words remain where it stands in a sentence. */
function unknown(whole: string, line: Line, { book, file }: StepContext): string {
  book.note('template', file, line, whole);
  const given = valuesIn(whole);
  return line.text.trim() === whole || given.length !== 1 ? '' : (given[0] ?? '');
}

function madeOf(name: string, rest: string, context: StepContext): string | undefined {
  if (quiet.test(name)) return '';
  const given = valuesIn(rest);
  const ids = (named(rest, 'ids?') ?? given.join(',')).split(/[,|]/).map((each) => each.trim());
  if (/^fig(?:ure)?$/.test(name)) return figuresOf(ids.slice(0, 1), context);
  if (/^figure-?group$/.test(name))
    return figuresOf(
      (named(rest, 'ids?') ?? given.slice(1).join(',')).split(/[,|]/).map((each) => each.trim()),
      context,
    );
  if (/^(?:figureref|figure-ref|ref|annoref)$/.test(name)) return referenceTo(rest, given, context);
  if (name === 'cite') return citationOf(given, context);
  if (name === 'note' && given[0] !== undefined) return `^[${given[0]}]`;
  if (name === 'accordion')
    return given[0] === undefined ? '' : `\n**${given[0].replace(/^#+[ \t]*/, '')}**\n`;
  return undefined;
}

/** The texts between quotation marks that have no name. */
function valuesIn(rest: string): string[] {
  return [...rest.matchAll(/(?<![=:][ \t]*|[\w-])(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')/g)].map(
    ([, double, single]) => (double ?? single ?? '').replace(/\\(["'])/g, '$1'),
  );
}

function named(rest: string, key: string): string | undefined {
  return new RegExp(String.raw`\b${key}[ \t]*[=:][ \t]*(?:"([^"]*)"|'([^']*)'|([^\s"',]+))`)
    .exec(rest)
    ?.slice(1)
    .find((each) => each !== undefined);
}

function figuresOf(ids: ReadonlyArray<string>, context: StepContext): string | undefined {
  const { dialect } = context;
  const found = ids.flatMap((id) => {
    const figure = dialect.figures?.get(id);
    return figure === undefined ? [] : [[id, figure] as const];
  });
  return found.length === 0
    ? undefined
    : found.map(([id, figure]) => figureOf(id, figure, context)).join('\n');
}

/** A figure with its caption; its caption alone where there is no picture of it. */
function figureOf(
  id: string,
  { source, alt = '', caption = '' }: ListedFigure,
  { book }: StepContext,
): string {
  if (source === undefined) return caption === '' ? '' : `\n:::note\n${caption}\n:::\n`;
  const image = `![${alt.replace(/[[\]\n]/g, ' ')}](<${source}>)`;
  if (caption === '') return `\n${image}\n`;
  const name = idOf(id);
  const isFirst = !book.labels.has(id);
  if (isFirst) book.labels.set(id, { target: name });
  return `\n:::figure{${isFirst ? `#${name} ` : ''}.unnumbered}\n${image}\n\n${caption}\n:::\n`;
}

function idOf(id: string): string {
  return /^[A-Za-z][\w-]*$/.test(id) ? id : `figure-${id.replace(/[^\w-]/g, '-')}`;
}

/** `figureref 'a', 'b'` stands for the names of figures; other references for their words. */
function referenceTo(rest: string, given: ReadonlyArray<string>, { dialect }: StepContext): string {
  const words = named(rest, 'text');
  if (words !== undefined) return words;
  return given
    .flatMap((id) => {
      const label = dialect.figures?.get(id)?.caption?.split('\n')[0] ?? '';
      const [, name] = /^\*\*([^*]+?)[.:]?\*\*/.exec(label) ?? [];
      return name === undefined ? [] : [`[${name}](#${idOf(id)})`];
    })
    .join(', ');
}

/** `cite 'Key' 'pages' 'words'`. */
function citationOf([key, pages, words]: ReadonlyArray<string>, { dialect }: StepContext): string {
  if (key === undefined) return '';
  const shown = words !== undefined && words !== '' ? words : key;
  const text =
    dialect.variables?.has(`reference.${key}`) === true ? `[${shown}](#${referenceId(key)})` : shown;
  return pages === undefined || pages === '' ? text : `${text}, ${pages}`;
}

/** The id of an entry of the bibliography. */
export function referenceId(key: string): string {
  return `ref-${key.replace(/[^\p{L}\p{N}_-]+/gu, '-')}`;
}

/** Ends of tags that go over lines, on one line with their beginnings. */
function withoutUnopened(lines: ReadonlyArray<Line>): Line[] {
  const kinds = kindsOf(lines);
  const result: Line[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) continue;
    const open = /\{\{<(?![\s\S]*>\}\})|\{%(?![\s\S]*%\})/.test(line.text) && kinds[index] === 'prose';
    const end = open ? lines.findIndex(({ text }, at) => at > index && /%\}|>\}\}/.test(text)) : -1;
    if (end === -1 || end - index > 40) result.push(line);
    else {
      result.push(
        instead(
          line,
          lines
            .slice(index, end + 1)
            .map(({ text }) => text.trim())
            .join(' '),
        ),
      );
      index = end;
    }
  }
  return result;
}
