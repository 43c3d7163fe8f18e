import { posix } from 'node:path';
import type { Label, StepContext } from './dialect.ts';
import { headingsIn } from '../headings.ts';
import { outsideCode, withProse, type Line } from './lines.ts';

const kinds = 'fig|tbl|tab|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|Fig|Tbl|Sec|Eq|Lst';
const quarto = new RegExp(
  String.raw`\[-@((?:${kinds})[-:][\w:.-]*\w)\]|\[(?:[^\]@[]*[ \t])?@((?:${kinds})[-:][\w:.-]*\w)\]|(?<![\w.@/\\])@((?:${kinds})[-:][\w:.-]*\w)`,
  'g',
);
const bookdown = /\\@ref\(([\w:. -]+)\)/g;

/**
 * Makes references of ours of those of Quarto, pandoc-crossref and bookdown, and links of the words of headings
 * between brackets. Those that name nothing stay as they are, as what is unread.
 *
 * @see https://quarto.org/docs/authoring/cross-references.html
 * @see https://bookdown.org/yihui/bookdown/cross-references.html
 */
export function step(lines: ReadonlyArray<Line>, context: StepContext): Line[] {
  return withProse(lines, (text) =>
    /@|\[[^\]]+\](?:\[\]|(?![([{:]))/.test(text)
      ? outsideCode(text, (prose) => referred(prose, context))
      : text,
  );
}

function referred(text: string, context: StepContext): string {
  return text
    .replace(quarto, (whole: string, bare?: string, bracketed?: string, plain?: string) => {
      const name = bare ?? bracketed ?? plain ?? '';
      return referenceTo(name, bare === undefined ? 'whole' : 'number', context) ?? whole;
    })
    .replace(bookdown, (whole: string, name: string) => referenceTo(name, 'number', context) ?? whole)
    .replace(/(?<![!\\\]\w:])\[([^[\]\n@^!]+)\](?:\[\]|(?![([{:]))/g, (whole: string, words: string) => {
      const label = context.book.labels.get(`heading:${words.toLowerCase()}`);
      return label === undefined ? whole : `[${words}](${addressOf(label, context)})`;
    });
}

/** Where a label leads from a text. */
function addressOf({ target, file: text }: Label, { file }: StepContext): string {
  return text === undefined || text === file.path
    ? `#${target}`
    : `<${posix.relative(posix.dirname(file.path), text)}#${target}>`;
}

function referenceTo(name: string, shows: 'whole' | 'number', context: StepContext): string | undefined {
  const { book } = context;
  const label =
    book.labels.get(name) ??
    book.labels.get(name.charAt(0).toLowerCase() + name.slice(1)) ??
    book.labels.get(name.replace(/[.]$/, '')) ??
    // One of the pictures that a block of code makes, which stand as one figure.
    book.labels.get(name.replace(/^([Ff]ig-.*)-\d+$/, '$1'));
  if (label === undefined) return undefined;
  const { number, words } = label;
  const address = addressOf(label, context);
  if (words !== undefined) return `[${shows === 'number' ? (number ?? words) : words}](${address})`;
  if (number !== undefined) return number === '?' ? `[?](${address})` : `[(${number})](${address})`;
  const target = address.replace(/^#|^<|>$/g, '');
  return shows === 'number' ? `:ref[${target}]{number}` : `:Ref[${target}]`;
}

/** Enters the headings of a text that it or others may refer to: by their own ids, or by their words. */
export function enterHeadings(lines: ReadonlyArray<Line>, { book, file }: StepContext): void {
  for (const { index, title } of headingsIn(lines, 6)) {
    const own = /\{[^}]*#([\w:.-]+)[^}]*\}[ \t#]*$/.exec(lines[index]?.text ?? '')?.[1];
    const slug = title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_.-]/gu, '')
      .trim()
      .replace(/\s+/g, '-')
      .replace(/^[^\p{L}]+/u, '');
    const words = `heading:${title.toLowerCase()}`;
    const label = own === undefined ? { target: slug } : { target: own, file: file.path };
    // An id that is given counts more than those that are made of words.
    if (own !== undefined && book.labels.get(own)?.file === undefined) book.labels.set(own, label);
    for (const name of [slug, words])
      if (name !== '' && !book.labels.has(name) && (name === words || own === undefined))
        book.labels.set(name, label);
  }
}
