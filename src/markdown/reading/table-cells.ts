/** The line below the head of a table, which tells how many columns it has. */
const rule = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/gm;

/**
 * Where tables come to more cells than a limit, found without reading Markdown: each row has as many as the head,
 * however few are written.
 *
 * @param source any text
 * @param most cells of all tables
 * @returns the offset of the line below the head of the first table beyond, in code units
 */
export function tooManyCells(source: string, most: number): number | undefined {
  if (!/\|[ \t]*:?-|-:?[ \t]*\|/.test(source)) return undefined;
  let cells = 0;
  rule.lastIndex = 0;
  for (let found = rule.exec(source); found !== null; found = rule.exec(source)) {
    const [line] = found;
    if (!line.includes('|')) continue;
    const columns = line.match(/-+/g)?.length ?? 0;
    const end = endOfTable(source, found.index);
    cells += columns * (linesIn(source, found.index, end) + 1);
    if (cells > most) return found.index;
    rule.lastIndex = Math.max(end, rule.lastIndex);
  }
  return undefined;
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
