/** A line that begins deep in lists and quotations: signs of them, behind columns that may come to some more. */
const deep = /^([ \t]*)((?:(?:[-+*]|\d{1,9}[.)])[ \t]+|>[ \t]*){1,25000})(?=\S)/gm;

const sign = /[-+*>]|\d+[.)]/g;

/** As many columns as two levels of lists are indented by, which a line may be the only one of. */
const columnsOfTwo = 8;

/** A line that opens no more than so many lists and quotations is like any. */
const few = 4;

/**
 * Where lists and quotations are opened within others, found without reading Markdown: a line counts for each
 * sign it begins with and for its indent, unless the line before is of the same quotation.
 *
 * @param source any text
 * @param most as many are enough: no more are looked for
 * @returns offsets in code units, one for each
 */
export function nestedContainers(source: string, most: number): number[] {
  const places: number[] = [];
  let before = { end: -1, signs: '' };
  for (const { index, 0: all, 1: indent = '', 2: signs = '' } of source.matchAll(deep)) {
    const lineEnd = source.indexOf('\n', index + all.length);
    const goesOn = before.end === index - 1 && before.signs === signs && !/[^>\s]/.test(signs);
    before = { end: lineEnd, signs };
    if (goesOn) continue;
    const opened = (signs.match(sign)?.length ?? 0) + Math.floor(indent.length / columnsOfTwo);
    if (opened <= few) continue;
    for (let count = 0; count < opened; count++) places.push(index);
    if (places.length > most) break;
  }
  return places;
}
