import type { StepContext } from './dialect.ts';
import { instead, kindsOf, type Line } from './lines.ts';
import { dictionary } from '../../../book/dictionary.ts';

const opening = /^([ \t>]*):{3,}[ \t]*(?:\{((?:[^}"]|"[^"]*")*)\}|([\w-]+))[ \t]*:*[ \t]*$/;
const closing = /^[ \t>]*:{3,}[ \t]*$/;

/** Blocks of ours, and those that ours are called elsewhere. */
const known =
  /^(?:callout-\w+|figure|table|epigraph|quote|verse|letter|dialogue|row|plate|sideways|center|right|aside|note|tip|important|warning|caution|info|todo|hint|attention|danger|error)$/;

const theorems = dictionary<string>({
  thm: 'Theorem',
  lem: 'Lemma',
  cor: 'Corollary',
  prp: 'Proposition',
  cnj: 'Conjecture',
  def: 'Definition',
  exm: 'Example',
  exr: 'Exercise',
  sol: 'Solution',
  rem: 'Remark',
});

/** What becomes of the fences of a block: others in their place, none, or nothing of the block at all. */
type Fate = { readonly open: string; readonly title?: string } | 'unwrap' | 'drop' | 'keep';

/**
 * Makes blocks of ours of Pandoc's fenced divs where they mean one, numbered boxes of theorems, and takes the
 * fences away of those that are of layout alone.
 *
 * @see https://quarto.org/docs/authoring/cross-references-divs.html
 */
export function step(lines: ReadonlyArray<Line>, context: StepContext): Line[] {
  const kinds = kindsOf(lines);
  const open: Fate[] = [];
  return lines.flatMap((line, index) => {
    if (kinds[index] !== 'prose') return open.includes('drop') ? [] : [line];
    const begins = opening.exec(line.text);
    if (begins !== null) {
      const fate = fateOf(begins[2] ?? `.${begins[3]}`, line, context);
      const isDropped = open.includes('drop');
      open.push(fate);
      if (isDropped || fate === 'drop') return [];
      if (fate === 'keep') return [line];
      return fate === 'unwrap' ? [instead(line, '')] : [instead(line, `${begins[1]}${fate.open}`)];
    }
    if (closing.test(line.text) && open.length > 0) {
      const fate = open.pop();
      if (open.includes('drop') || fate === 'drop') return [];
      return [fate === 'unwrap' ? instead(line, '') : line];
    }
    return open.includes('drop') ? [] : [line];
  });
}

function fateOf(braces: string, line: Line, { book, file }: StepContext): Fate {
  const classes = [...braces.matchAll(/(?:^|\s)\.([\w-]+)/g)].map(([, name = '']) => name);
  const id = /(?:^|\s)#([\w:.-]+)/.exec(braces)?.[1];
  if (classes.includes('hidden') || isForOthers(classes, braces)) {
    book.note('raw', file, line, line.text.trim());
    return 'drop';
  }
  // The place of the bibliography, which is found when the text is parsed.
  if (id === 'refs') return 'keep';
  const kind =
    id === undefined ? undefined : /^(fig|tbl|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem)[-:]/.exec(id)?.[1];
  const theorem = kind === undefined ? theoremOf(classes) : theorems[kind];
  if (theorem !== undefined) return boxOf(theorem, id, braces, book);
  if (id !== undefined && (kind === 'fig' || kind === 'tbl')) {
    book.labels.set(id, { target: id });
    return { open: `:::${kind === 'fig' ? 'figure' : 'table'}{#${id}}` };
  }
  if (classes.includes('line-block')) return { open: ':::verse' };
  if (classes.some((name) => /^(?:column-margin|aside)$/.test(name))) return { open: ':::aside' };
  if (id !== undefined && classes.some((name) => known.test(name))) book.labels.set(id, { target: id });
  if (/(?:^|\s)data-latex=/.test(braces)) return customBlock(classes, id);
  return classes.some((name) => known.test(name)) ? 'keep' : 'unwrap';
}

/**
 * A block of bookdown that has a look of its own, by the name of which it is a box of ours or simply one.
 *
 * @see https://bookdown.org/yihui/rmarkdown-cookbook/custom-blocks.html
 */
function customBlock(classes: ReadonlyArray<string>, id: string | undefined): Fate {
  const names = [...classes, ...classes.map((name) => name.replace(/^rmd-?|-?(?:box|block)$/g, ''))];
  const name = names.find((each) => known.test(each)) ?? 'aside';
  return { open: `:::${name}${id === undefined ? '' : `{#${id.replace(/[^\w-]/g, '-')}}`}` };
}

function theoremOf(classes: ReadonlyArray<string>): string | undefined {
  return Object.values(theorems).find((name) => classes.includes(name.toLowerCase()));
}

/** What is shown in one kind of output alone that is neither a book nor like one. */
function isForOthers(classes: ReadonlyArray<string>, braces: string): boolean {
  if (!classes.includes('content-visible') && !classes.includes('content-hidden')) return false;
  const format = /when-format="?([\w-]+)"?/.exec(braces)?.[1];
  const except = /unless-format="?([\w-]+)"?/.exec(braces)?.[1];
  const isOurs = (name: string): boolean => /^(?:html|epub|pdf|latex)/.test(name);
  const isMeant =
    format === undefined ? except === undefined || !isOurs(except) : /^(?:html|epub)/.test(format);
  return classes.includes('content-visible') ? !isMeant : format === undefined || isMeant;
}

function boxOf(kind: string, id: string | undefined, braces: string, book: StepContext['book']): Fate {
  const name = /\bname="([^"]*)"/.exec(braces)?.[1];
  const number = id === undefined ? undefined : String(book.nextOf(kind));
  if (id !== undefined && number !== undefined)
    book.labels.set(id, { target: id.replace(/[^\w-]/g, '-'), number, words: `${kind} ${number}` });
  const title = [
    number === undefined ? kind : `${kind} ${number}`,
    ...(name === undefined ? [] : [`(${name})`]),
  ].join(' ');
  return { open: `:::aside[${title}]${id === undefined ? '' : `{#${id.replace(/[^\w-]/g, '-')}}`}` };
}
