import type { Element } from 'hast';
import { hasClass } from './has-class.ts';

/**
 * How many characters the longest label of a list has, where it has more than usual: print must leave
 * room for them, as labels hang beside the text and the area of the text is all that is printed.
 *
 * @returns 2 to 6; undefined for lists with labels of one character, and for what is no numbered list
 */
export function labelLength(list: Element): string | undefined {
  const { tagName, properties, children } = list;
  // Notes have numbers of their own, in a column of its own width.
  if (tagName !== 'ol' || hasClass(list, 'notes')) return undefined;
  const { start, type } = properties;
  let number = Number(start ?? 1) - 1;
  let longest = 1;
  for (const item of children) {
    if (item.type !== 'element' || item.tagName !== 'li') continue;
    number = Number(item.properties['value'] ?? number + 1);
    longest = Math.max(longest, charactersOf(number, type));
  }
  return longest === 1 ? undefined : String(Math.min(longest, 6));
}

/** Roman numerals are as long as their most letters below the next ten. */
function charactersOf(number: number, type: unknown): number {
  if (type === 'i' || type === 'I') return number < 2 ? 1 : number < 8 ? 3 : 5;
  if (type === 'a' || type === 'A') return number > 26 ? 2 : 1;
  return String(number).length;
}
