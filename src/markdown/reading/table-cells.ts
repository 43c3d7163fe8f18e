/** The line below the head of a table, which tells how many columns it has. */
const rule = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/gm;

/** How many cells and rows tables have, and the line below the head of the first with too many, in code units. */
export interface CountedCells {
  readonly cells: number;
  readonly rows: number;
  readonly beyond?: number;
}

/**
 * How many cells the tables of a text come to, found without reading Markdown: each row has as many as the head,
 * however few are written.
 *
 * @param source any text
 * @param most cells of all tables: behind them none are counted
 */
export function countCells(source: string, most: number): CountedCells {
  let cells = 0;
  let rows = 0;
  if (!/\|[ \t]*:?-|-:?[ \t]*\|/.test(source)) return { cells, rows };
  rule.lastIndex = 0;
  for (let found = rule.exec(source); found !== null; found = rule.exec(source)) {
    const [line] = found;
    if (!line.includes('|')) continue;
    const columns = line.match(/-+/g)?.length ?? 0;
    const end = endOfTable(source, found.index);
    const lines = linesIn(source, found.index, end) + 1;
    rows += lines;
    cells += columns * lines;
    if (cells > most) return { cells, rows, beyond: found.index };
    rule.lastIndex = Math.max(end, rule.lastIndex);
  }
  return { cells, rows };
}

/** The next line without text, or the end. */
function endOfTable(source: string, from: number): number {
  const blank = /\n[ \t>]*(?=\n)/g;
  blank.lastIndex = from;
  return blank.exec(source)?.index ?? source.length;
}

function linesIn(source: string, from: number, to: number): number {
  let count = 0;
  for (let at = source.indexOf('\n', from); at !== -1 && at < to; at = source.indexOf('\n', at + 1)) count++;
  return count;
}
