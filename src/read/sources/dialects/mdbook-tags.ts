import type { StepContext } from './dialect.ts';
import { instead, kindsOf, outsideCode, withProse, type Line } from './lines.ts';
import { figureLines } from './mdbook-figures.ts';

/** What mdbook-numthm calls its blocks by itself, and the signs of emphasis around that. */
const environments: ReadonlyArray<readonly [key: string, name: string, sign: string]> = [
  ['thm', 'Theorem', '**'],
  ['lem', 'Lemma', '**'],
  ['prop', 'Proposition', '**'],
  ['cor', 'Corollary', '**'],
  ['def', 'Definition', '**'],
  ['rem', 'Remark', '*'],
];

const environment = /\{\{([a-z]\w*)\}\}(?:\{([\w:.-]+)\})?(?:\[([^\]\n]*)\])?/gi;

/**
 * Does what the usual preprocessors of mdBook are asked for in a text: numbers of formulas and theorems (mdbook-numeq,
 * mdbook-numthm), notes (mdbook-footnote), citations (mdbook-bib), tabs one below the other, figures in HTML whose captions
 * hold formulas. What other preprocessors are told is left out, and is noted.
 *
 * @see https://github.com/rust-lang/mdBook/wiki/Third-party-plugins
 */
export function step(typed: ReadonlyArray<Line>, context: StepContext): Line[] {
  if (!typed.some(({ text }) => text.includes('{{') || /@@|<figure\b/.test(text))) return [...typed];
  const known = environmentsOf(context);
  const lines = figureLines(withFormulaNames(typed, context));
  return withProse(lines, (text, line) => {
    if (!/\{\{|@@/.test(text)) return text;
    const [tag] = /^[ \t>]*\{\{[#%][^{}]*\}\}[ \t]*$/.exec(text) ?? [];
    if (tag !== undefined && !/^[ \t>]*\{\{#(?:include|rustdoc_include|playground|playpen|cite)\b/.test(tag))
      return blockOf(tag, line, context);
    return outsideCode(text, (prose) => withCitations(withNames(prose, known, context), context));
  });
}

/** The blocks that are numbered, by what is written for them. */
function environmentsOf({
  dialect,
}: StepContext): ReadonlyMap<string, readonly [name: string, sign: string]> {
  const own = [...(dialect.variables ?? [])].flatMap(([key, value]) => {
    const [, name] = /^numthm\.(.+)$/.exec(key) ?? [];
    const [, sign = '', words = ''] = /^(\**)(.*)$/.exec(value) ?? [];
    return name === undefined ? [] : ([[name, words, sign]] as const);
  });
  return new Map([...environments, ...own].map(([key, name, sign]) => [key, [name, sign]]));
}

/** A tag that stands alone: the title of a tab, or nothing. */
function blockOf(tag: string, line: Line, { book, file }: StepContext): string {
  const indent = /^[ \t>]*/.exec(tag)?.[0] ?? '';
  const [, title] = /\{\{#tab\b[^}]*\bname[ \t]*=[ \t]*["']([^"']*)["']/.exec(tag) ?? [];
  if (title !== undefined) return `${indent}\n${indent}**${title}**\n${indent}`;
  // The title of the page in a browser is none of the book.
  if (!/\{\{#(?:tabs|endtabs|endtab|title)\b/.test(tag)) book.note('template', file, line, tag.trim());
  return indent.trimEnd();
}

/** Formulas whose names stand in them, with these behind them; they get their numbers with all others. */
function withFormulaNames(lines: ReadonlyArray<Line>, { book }: StepContext): ReadonlyArray<Line> {
  if (!lines.some(({ text }) => text.includes('{{numeq}}'))) return lines;
  const kinds = kindsOf(lines);
  let name: string | undefined;
  let isOpen = false;
  return lines.flatMap((line, index) => {
    if (kinds[index] !== 'prose') return [line];
    const [tag, label = ''] = /\{\{numeq\}\}(?:\{([\w:.-]+)\})?\*?/.exec(line.text) ?? [];
    const text = tag === undefined ? line.text : line.text.replace(tag, '');
    if (tag !== undefined) name = label === '' ? `numeq-${book.nextOf('numeq')}` : label;
    if ((text.match(/\$\$/g)?.length ?? 0) % 2 === 1) isOpen = !isOpen;
    if (name === undefined || isOpen || !/\$\$[ \t]*$/.test(text))
      return text.trim() === '' && (tag !== undefined || (isOpen && name !== undefined))
        ? []
        : [instead(line, text)];
    const named = `${text.trimEnd()} (${name})`;
    name = undefined;
    return [instead(line, named)];
  });
}

function withNames(
  text: string,
  known: ReadonlyMap<string, readonly [name: string, sign: string]>,
  { book }: StepContext,
): string {
  const isHtml = /^[ \t]*</.test(text);
  return text
    .replace(/\{\{footnote:[ \t]*((?:[^{}]|\{[^{}]*\})*)\}\}/g, (_, words: string) => `^[${words.trim()}]`)
    .replace(environment, (whole: string, key: string, label?: string, title?: string) => {
      const [name, sign] = known.get(key) ?? [];
      if (name === undefined || sign === undefined) return whole;
      const number = String(book.nextOf(`mdbook ${key}`));
      const target = label?.replace(/[^\w-]/g, '-');
      if (label !== undefined && target !== undefined)
        book.labels.set(label, { target, number, words: `${name} ${number}` });
      const anchor = target === undefined ? '' : `<a id="${target}"></a>`;
      const words = `${name} ${number}${title === undefined ? '' : ` (${title})`}${sign === '' ? '' : '.'}`;
      return `${anchor}${isHtml ? words : `${sign}${words}${sign}`}`;
    });
}

function withCitations(text: string, { dialect }: StepContext): string {
  if (dialect.cites !== true) return text;
  return text
    .replace(/\{\{#cite[ \t]+([\w:./-]+)[ \t]*\}\}/g, '[@$1]')
    .replace(/(?<![@\w])@@([\w:./-]*\w)/g, '[@$1]');
}
