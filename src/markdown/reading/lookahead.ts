/** Signs that the parser looks for an end of, and the ends; those in a row count by their number. */
const signs = /<!--|-->|<!\[CDATA\[|\]\]>|<\?|\?>|<![a-z]|>|`+|\$+|(?<=[\w\]-])\{|[}[\]]/gi;

const ends: ReadonlyMap<string, string> = new Map([
  ['-->', '<!--'],
  [']]>', '<![CDATA['],
  ['?>', '<?'],
  ['>', '<!'],
  ['}', '{'],
]);

/** How long it takes to look at a character again, seen from a comment. */
const weights = { html: 1, row: 12, attributes: 24, brackets: 1 / 4 } as const;

/** How many of one sign have no end yet, and the sum of their places. */
interface Pending {
  count: number;
  sum: number;
}

/**
 * How many characters of a paragraph are read again since a sign stands before them whose end is looked for: of
 * HTML comments, code, formulas, attributes and brackets. Each end is looked for anew.
 *
 * @param text a paragraph
 */
export function lookaheadIn(text: string): number {
  const pending = new Map<string, Pending>();
  const brackets: number[] = [];
  let total = 0;
  const close = (sign: string, at: number): boolean => {
    const open = pending.get(sign);
    if (open === undefined) return false;
    total += weightOf(sign) * (open.count * at - open.sum);
    return pending.delete(sign);
  };
  for (const { index, 0: found } of text.matchAll(signs)) {
    if (found === '[') brackets.push(index);
    else if (found === ']') total += weights.brackets * (index - (brackets.pop() ?? index));
    else if (isRow(found)) {
      if (!close(found, index)) pending.set(found, { count: 1, sum: index });
    } else if (ends.has(found)) close(ends.get(found) ?? '', index);
    else add(pending, found.replace(/^<![a-z]/i, '<!'), index);
  }
  for (const sign of pending.keys()) close(sign, text.length);
  return Math.round(total);
}

function isRow(sign: string): boolean {
  return sign.startsWith('`') || sign.startsWith('$');
}

function weightOf(sign: string): number {
  if (isRow(sign)) return weights.row;
  return sign === '{' ? weights.attributes : weights.html;
}

function add(pending: Map<string, Pending>, sign: string, at: number): void {
  const so = pending.get(sign) ?? { count: 0, sum: 0 };
  pending.set(sign, { count: so.count + 1, sum: so.sum + at });
}

/**
 * What {@link lookaheadIn} can come to at most, without a look at the text.
 *
 * @param counts how many signs there are of each kind
 * @param length of the text
 */
export function mostLookahead(
  counts: Readonly<Record<'html' | 'rows' | 'attributes' | 'brackets', number>>,
  length: number,
): number {
  const { html, rows, attributes, brackets } = counts;
  return (
    length *
    (weights.html * html +
      weights.row * rows +
      weights.attributes * attributes +
      (weights.brackets * brackets) / 2)
  );
}
