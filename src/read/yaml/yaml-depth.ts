import { Parser, type CST } from 'yaml';

/**
 * Where the first collection stands that is nested deeper than allowed, or nothing. The
 * composer of documents calls itself level by level, so depth is measured before, on the
 * tokens.
 *
 * @param source the YAML
 * @param deepest the number of levels allowed
 * @returns an offset in code units
 */
export function tooDeepAt(source: string, deepest: number): number | undefined {
  const waiting: Array<{ readonly token: CST.Token; readonly depth: number }> = [];
  for (const token of new Parser().parse(source)) waiting.push({ token, depth: 0 });
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { token, depth } = next;
    if (token.type === 'document' && token.value) waiting.push({ token: token.value, depth });
    if (!('items' in token)) continue;
    if (depth === deepest) return token.offset;
    for (const item of token.items) {
      if (item.key) waiting.push({ token: item.key, depth: depth + 1 });
      if (item.value) waiting.push({ token: item.value, depth: depth + 1 });
    }
  }
  return undefined;
}
