import type { Text } from 'mdast';
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import { pointAfter } from '../../book/messages/point-in.ts';

/** Numbers in brackets in the running text: `[3]`, `[3, 4]`, `[3–5]`. */
export interface BracketedNumbers {
  /** Where they stand in the value of the text node. */
  readonly from: number;
  readonly to: number;
  readonly numbers: readonly number[];
  /** `none` for `[3]`, `half` for `\[3]`, `full` for `\[3\]`. */
  readonly escaped: 'none' | 'half' | 'full';
  readonly start?: Point | undefined;
  readonly end?: Point | undefined;
}

const list = String.raw`\d{1,3}(?: ?[-–,;] ?\d{1,3}){0,20}`;
const longestRange = 20;

/**
 * The numbers in brackets in a text, in order.
 *
 * @param node the text as parsed
 * @param file the source, which alone tells how it was typed
 */
export function bracketedNumbers(node: Text, file: VFile): BracketedNumbers[] {
  if (!/\[\d/.test(node.value)) return [];
  const { start, end } = node.position ?? {};
  const typed = start && end ? String(file).slice(start.offset, end.offset) : '';
  const matches = [...node.value.matchAll(new RegExp(`\\[(${list})\\]`, 'g'))];
  const typedMatches = [...typed.matchAll(new RegExp(`(\\\\?)\\[(?:${list})(\\\\?)\\]`, 'g'))];
  const isKnown = start !== undefined && typedMatches.length === matches.length;
  return matches.map((match, index): BracketedNumbers => {
    const seen = isKnown ? typedMatches[index] : undefined;
    const escapes = (seen?.[1]?.length ?? 0) + (seen?.[2]?.length ?? 0);
    return {
      from: match.index,
      to: match.index + match[0].length,
      numbers: expand(match[1] ?? ''),
      escaped: escapes === 0 ? 'none' : escapes === 1 ? 'half' : 'full',
      start: seen ? pointAfter(file, start, seen.index) : start,
      end: seen ? pointAfter(file, start, seen.index + seen[0].length) : end,
    };
  });
}

/** `3-5, 8` → 3, 4, 5, 8. */
function expand(text: string): number[] {
  return text.split(/[,;]/).flatMap((part) => {
    const [from = 0, to = from] = part.split(/[-–]/).map(Number);
    const length = to - from + 1;
    if (length < 1 || length > longestRange) return [from, to];
    return Array.from({ length }, (_, index) => from + index);
  });
}
