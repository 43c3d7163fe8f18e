import type { StepContext } from './dialect.ts';
import { instead, type Line } from './lines.ts';

/** A directive of MyST, read. */
export interface Directive {
  readonly name: string;
  readonly argument: string;
  readonly options: ReadonlyMap<string, string>;
  readonly body: Line[];
}

/** Enters what may be referred to, and gives the id it has here. */
export function entered(name: string, book: StepContext['book']): string {
  const id = name.replace(/[^\w-]/g, '-');
  book.labels.set(name, { target: id });
  return id;
}

/** A figure with its caption, or a picture. */
export function figureOf(
  { argument, options, name }: Directive,
  id: string | undefined,
  opening: Line,
  { book }: StepContext,
  caption: ReadonlyArray<Line>,
): Line[] {
  const size = options.get('width') ?? options.get('scale');
  const width = /^\d+(?:px|%|em|cm|mm|in)?$/.test(size ?? '')
    ? `{width=${size}${/\d$/.test(size ?? '') ? (options.has('scale') ? '%' : 'px') : ''}}`
    : '';
  const words = caption.filter(({ text }) => text.trim() !== '');
  const alt = options.get('alt') ?? words[0]?.text.replace(/[[\]]/g, '') ?? '';
  const image = `![${alt}](<${argument}>)${width}`;
  const text = (...texts: string[]): Line[] => texts.map((each) => instead(opening, each));
  if (name === 'image' || words.length === 0) return text('', image, '');
  return [
    ...text('', `:::figure${id === undefined ? '{.unnumbered}' : `{#${entered(id, book)}}`}`, image, ''),
    ...caption,
    ...text(':::', ''),
  ];
}

/** A table whose rows are lists within a list. */
export function listTable(
  { argument, options, body }: Directive,
  id: string | undefined,
  opening: Line,
  { book }: StepContext,
): Line[] {
  const rows: string[][] = [];
  for (const { text } of body) {
    const [, first] = /^[*-][ \t]+[*-][ \t]?(.*)$/.exec(text) ?? [];
    const [, next] = /^[ \t]+[*-][ \t]?(.*)$/.exec(text) ?? [];
    if (first !== undefined) rows.push([first.trim()]);
    else if (next !== undefined) rows.at(-1)?.push(next.trim());
    else if (text.trim() !== '') rows.at(-1)?.push(`${rows.at(-1)?.pop() ?? ''} ${text.trim()}`.trim());
  }
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const hasHead = Number(options.get('header-rows') ?? 0) > 0;
  const all = hasHead ? rows : [Array.from({ length: columns }, () => ''), ...rows];
  const line = (row: ReadonlyArray<string>): string =>
    `| ${Array.from({ length: columns }, (_, index) => (row[index] ?? '').replaceAll('|', '\\|')).join(' | ')} |`;
  const [head = [], ...rest] = all;
  const table = [
    line(head),
    line(Array.from({ length: columns }, () => '---')),
    ...rest.map((row) => line(row)),
  ];
  const texts =
    argument === ''
      ? ['', ...table, '']
      : [
          '',
          `:::table${id === undefined ? '{.unnumbered}' : `{#${entered(id, book)}}`}`,
          argument,
          '',
          ...table,
          '',
          ':::',
          '',
        ];
  return texts.map((each) => instead(opening, each));
}
