/**
 * Where a line has more signs of cells than a limit, be it a row of a table or not: it is read as one in a time
 * that grows with their square.
 *
 * @param source any text
 * @param most signs in a line
 * @returns the offset of the first sign beyond, in code units
 */
export function crowdedRow(source: string, most: number): number | undefined {
  let count = 0;
  let lineEnd = -1;
  for (let at = source.indexOf('|'); at !== -1; at = source.indexOf('|', at + 1)) {
    if (at > lineEnd) {
      const end = source.indexOf('\n', at);
      lineEnd = end === -1 ? source.length : end;
      count = 0;
    }
    count += 1;
    if (count > most) return at;
  }
  return undefined;
}
