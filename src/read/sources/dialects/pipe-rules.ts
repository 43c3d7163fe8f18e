import { instead, kindsOf, type Line } from './lines.ts';

const rule = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:[|+][ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/**
 * Pipe tables with a column in the rule below the head for each that this has: Pandoc takes `|---+---|`, and as many
 * columns as there are, GFM neither.
 *
 * @see https://pandoc.org/MANUAL.html#extension-pipe_tables
 */
export function withWholeRules(lines: ReadonlyArray<Line>): ReadonlyArray<Line> {
  const mayBe = (at: number): boolean =>
    /[|+]/.test(lines[at]?.text ?? '') && rule.test(lines[at]?.text ?? '') && isRow(lines[at - 1]);
  if (!lines.some((_, at) => mayBe(at))) return lines;
  const kinds = kindsOf(lines);
  return lines.map((line, at) => {
    if (kinds[at] !== 'prose' || kinds[at - 1] !== 'prose' || !mayBe(at) || isRow(lines[at - 2])) return line;
    const wanted = cellsIn(lines[at - 1]?.text ?? '');
    const [, indent = '', inner = ''] = /^([ \t>]*)\|?(.*?)\|?[ \t]*$/.exec(line.text) ?? [];
    const own = inner.split(/[|+]/);
    if (own.length === wanted && !inner.includes('+')) return line;
    const columns = Array.from({ length: wanted }, (_, column) => own[column]?.trim() ?? '---');
    return instead(line, `${indent}|${columns.join('|')}|`);
  });
}

function isRow(line: Line | undefined): boolean {
  return line?.text.includes('|') === true;
}

/** How many cells a row has; bars in code part none. */
export function cellsIn(row: string): number {
  const bare = row
    .replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, '')
    .replace(/^[ \t>]*\|?/, '')
    .replace(/(?<!\\)\|[ \t]*$/, '');
  return bare.split(/(?<!\\)\|/).length;
}
