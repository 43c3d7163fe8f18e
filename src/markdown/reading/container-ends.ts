/** The sign of an item or of a quotation at the left. */
const sign = /^ {0,3}(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])/;
const signs = new RegExp(sign, 'gm');

/**
 * Where the lists and quotations of a source end that stand at the left, found without reading Markdown: a
 * quotation before the next line without its sign, a list before the next text at the left.
 *
 * @param source any text
 * @param few as many signs cannot be too many lists: none is looked for
 * @returns offsets in code units, in order
 */
export function containerEnds(source: string, few: number): number[] {
  if ((source.match(signs)?.length ?? 0) <= few) return [];
  const ends: number[] = [];
  let open: 'quotation' | 'list' | undefined;
  for (let start = 0, end; start < source.length; start = end + 1) {
    const at = source.indexOf('\n', start);
    end = at === -1 ? source.length : at;
    const found = sign.exec(source.slice(start, Math.min(end, start + 16)))?.[0];
    const kind = found === undefined ? undefined : found.endsWith('>') ? 'quotation' : 'list';
    const goesOn =
      kind === open || (open === 'list' && kind === undefined && /[ \t\r\n]/.test(source[start] ?? '\n'));
    if (goesOn) continue;
    if (open !== undefined) ends.push(start);
    open = kind;
  }
  return ends;
}
