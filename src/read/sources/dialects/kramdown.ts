import { withTableLines } from './kramdown-tables.ts';
import { attributesAt, type Attributes } from '../../../book/attributes.ts';
import type { StepContext } from './dialect.ts';
import { instead, kindsOf, type Line } from './lines.ts';
import { dictionary } from '../../../book/dictionary.ts';

/** Blocks that classes mean, in the books that use them. */
const blocks = dictionary<string>({
  box: 'aside',
  sidenote: 'aside',
  sidebar: 'aside',
  aside: 'aside',
  callout: 'note',
  note: 'note',
  info: 'note',
  notice: 'note',
  'notice--info': 'note',
  tip: 'tip',
  'notice--success': 'tip',
  important: 'important',
  highlight: 'important',
  warning: 'warning',
  'notice--warning': 'warning',
  caution: 'caution',
  danger: 'caution',
  'notice--danger': 'caution',
  verse: 'verse',
  poem: 'verse',
  poetry: 'verse',
  epigraph: 'epigraph',
  pullquote: 'quote',
  letter: 'letter',
  center: 'center',
  centre: 'center',
  centered: 'center',
  'text-center': 'center',
  right: 'right',
  'text-right': 'right',
});

const alone = /^([ \t]*(?:>[ \t]?)*)\{:?[ \t]*((?:[.#\w-][^{}\n]*)?)\}[ \t]*$/;
const isList = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]/;

/**
 * Does what kramdown's lists of attributes ask for: blocks of ours where a class means one, ids of headings, sizes of
 * pictures. Others are of layout alone and are left out, and so are its extensions and `markdown="1"`.
 *
 * @see https://kramdown.gettalong.org/syntax.html#attribute-list-definitions
 */
export function step(lines: ReadonlyArray<Line>, { book }: StepContext): Line[] {
  const kinds = kindsOf(lines);
  const result: Line[] = [];
  let isComment = false;
  for (const [index, line] of withTableLines(withElements(lines)).entries()) {
    if (kinds[index] !== 'prose') {
      result.push(line);
      continue;
    }
    const text = line.text;
    if (text.startsWith('{::comment}')) isComment = !text.includes('{:/');
    else if (isComment) isComment = !/^\{:\/(?:comment)?\}/.test(text);
    else if (
      /^[ \t]*\{::?\/?(?:options|nomarkdown|comment)?[^{}]*\/?\}[ \t]*$/.test(text) &&
      /^[ \t]*\{:[:/]/.test(text)
    )
      result.push(instead(line, ''));
    else if (isAttributes(text)) apply(result, line, lines[index + 1], book);
    else if (atEnd.test(text) && !/^ {0,3}(?:#|:::)|^[ \t]*!\[/.test(text))
      result.push(instead(line, anchored(text, book)));
    else result.push(text.includes('{:') ? instead(line, withoutSpans(text)) : line);
  }
  return result;
}

function isAttributes(text: string): boolean {
  const [, , inner = ''] = alone.exec(text) ?? [];
  if (inner === '') return false;
  return /^[ \t>]*\{:/.test(text) || attributesAt(`{${inner.trim()}}`) !== undefined;
}

/** Gives the block before a line of attributes what these say. */
function apply(before: Line[], line: Line, next: Line | undefined, book: StepContext['book']): void {
  const [, prefix = '', inner = ''] = alone.exec(line.text) ?? [];
  const attributes: Attributes = attributesAt(`{${inner.trim()}}`)?.attributes ?? {
    classes: [],
    values: new Map(),
  };
  const last = before.at(-1);
  if (/^(?:toc|no_toc)\b/.test(inner.trim()) && last !== undefined && isList.test(last.text)) {
    before.pop();
    return;
  }
  const start = startOfBlock(before);
  const [first] = before.slice(start);
  if (first === undefined || last === undefined) {
    // Above a block that follows.
    if (next !== undefined && next.text.trim() !== '') before.push(instead(line, ''));
    return;
  }
  if (/^ {0,3}#{1,6}[ \t]/.test(last.text)) {
    if (attributes.id !== undefined)
      before[before.length - 1] = instead(last, `${last.text.trimEnd()} {#${attributes.id}}`);
    return;
  }
  if (/^[ \t]*!\[[^\]]*\]\([^)]*\)[ \t]*$/.test(last.text)) {
    before[before.length - 1] = instead(last, `${last.text.trimEnd()}${sizesOf(attributes)}`);
    return;
  }
  const kind = attributes.classes.map((name) => blocks[name]).find((name) => name !== undefined);
  if (kind !== undefined) wrap(before, start, line, prefix, kind);
  if (attributes.id !== undefined) {
    book.labels.set(attributes.id, { target: attributes.id });
    before.splice(
      start,
      0,
      instead(first, `${prefix}<a id="${attributes.id}"></a>`),
      instead(first, prefix.trimEnd()),
    );
  }
}

/** Puts a block around the lines from one on; what one like it holds already becomes one with it. */
function wrap(before: Line[], start: number, line: Line, prefix: string, kind: string): void {
  const inner = before.splice(start);
  const lead = inner[0] ?? line;
  const isVerse = kind === 'verse';
  const texts = inner.map((each) =>
    isVerse ? instead(each, each.text.replace(/^[ \t]*[-*+][ \t]+/, '').replace(/(?: {2,}|\\)$/, '')) : each,
  );
  before.push(
    instead(lead, `${prefix}:::${kind}`),
    ...texts,
    instead(line, `${prefix}:::`),
    instead(line, prefix.trimEnd()),
  );
}

/** Where the block begins that the lines end with. */
function startOfBlock(lines: ReadonlyArray<Line>): number {
  let start = lines.length;
  while (start > 0 && !/^[ \t>]*$/.test(lines[start - 1]?.text ?? '')) start--;
  return start;
}

function sizesOf({ id, values }: Attributes): string {
  const width = values.get('width');
  const inner = [...(id === undefined ? [] : [`#${id}`]), ...(width === undefined ? [] : [`width=${width}`])];
  return inner.length === 0 ? '' : `{${inner.join(' ')}}`;
}

/** Attributes of a paragraph at the end of its last line (markdown-it-attrs). */
const atEnd = /(?<=\S)[ \t]*\{((?:[#.][\w:.-]+[ \t]*)+)\}[ \t]*$/;

/** A line with an anchor where its paragraph has an id. */
function anchored(text: string, book: StepContext['book']): string {
  const [, inner = ''] = atEnd.exec(text) ?? [];
  const id = /#([\w-]+)/.exec(inner)?.[1];
  const words = text.replace(atEnd, '');
  if (id === undefined) return words;
  book.labels.set(id, { target: id });
  return words.replace(/^([ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?)/, `$1<a id="${id}"></a>`);
}

/** Attributes behind words, links and pictures; sizes of pictures stay. */
function withoutSpans(text: string): string {
  return text
    .split(/(?<!`)(`+)(?!`)([\s\S]*?)(?<!`)\1(?!`)/)
    .map((piece, index, pieces) => {
      if (index % 3 === 1) return '';
      if (index % 3 === 2) return `${pieces[index - 1]}${piece}${pieces[index - 1]}`;
      return piece
        .replace(/(!\[[^\]]*\]\([^)]*\))\{:[ \t]*([^{}]*)\}/g, (_, image: string, inner: string) => {
          const read = attributesAt(`{${inner.trim()}}`);
          return `${image}${read === undefined ? '' : sizesOf(read.attributes)}`;
        })
        .replace(/(?<!\\)\{:[/:]?[^{}\n]*\}/g, '');
    })
    .join('');
}

/** Takes elements of layout away around text that is Markdown. */
function withElements(lines: ReadonlyArray<Line>): ReadonlyArray<Line> {
  if (!lines.some(({ text }) => /\smarkdown=/.test(text))) return lines;
  const kinds = kindsOf(lines);
  const open: Array<{ readonly name: string; readonly kind: string | undefined }> = [];
  return lines.map((line, index) => {
    if (kinds[index] !== 'prose') return line;
    const [, name, rest = ''] =
      /^[ \t]*<(div|section|article|aside|main|header|footer|span|p|figure)\b([^>]*)>[ \t]*$/i.exec(
        line.text,
      ) ?? [];
    if (name !== undefined) {
      const isMarkdown = /\smarkdown=["']?(?:1|block|span|true)/.test(rest);
      if (!isMarkdown && open.length === 0) return line;
      const classes = (/\sclass=["']([^"']*)["']/.exec(rest)?.[1] ?? '').split(/\s+/);
      const kind = isMarkdown
        ? (classes.map((each) => blocks[each]).find((each) => each !== undefined) ??
          (name.toLowerCase() === 'aside' ? 'aside' : ''))
        : undefined;
      open.push({ name: name.toLowerCase(), kind });
      return kind === undefined ? line : instead(line, kind === '' ? '' : `:::${kind}`);
    }
    const [, closed] = /^[ \t]*<\/(\w+)>[ \t]*$/.exec(line.text) ?? [];
    if (closed !== undefined && open.at(-1)?.name === closed.toLowerCase()) {
      const kind = open.pop()?.kind;
      return kind === undefined ? line : instead(line, kind === '' ? '' : ':::');
    }
    return line.text.includes('markdown=')
      ? instead(line, line.text.replace(/(<[^>]*?)\smarkdown=(?:"[^"]*"|'[^']*'|\w+)/g, '$1'))
      : line;
  });
}
