import type { Element, ElementContent, Text } from 'hast';
import { breakable, parted } from './break-addresses.ts';

/** A number with its separators, sign, unit of money or per cent. */
const number =
  /[-+−±~≈<>≤≥]?\s?\p{Sc}?\s?\p{Nd}+(?:[.,:/'’٫٬]\p{Nd}+|[ \u00A0\u2009\u202F]\p{Nd}{3}(?!\p{Nd}))*\s?[%‰°\p{Sc}]?/u;
const numbers = new RegExp(`^\\s*${number.source}(?:\\s?[–—-]\\s?${number.source})?\\s*$`, 'u');

/** In names of programs a new line may begin after punctuation and where a new word does. */
const humps = /(?<=[.:/\\_\-(,=&?#@>])(?=[\p{L}\p{N}])|(?<=\p{Ll})(?=\p{Lu})/u;

/** Longer words are divided if they are no words of a language, so that they do not fill the table. */
const longest = 24;

/** Whether a cell of a table holds a number or a range of numbers, and nothing else. */
export function holdsNumber(cell: Element): boolean {
  const [only, ...others] = cell.children;
  return others.length === 0 && only?.type === 'text' && numbers.test(only.value);
}

/** The text of a cell with opportunities to break the line in addresses and in long runs of figures and letters. */
export function breakableInCell(text: Text): ElementContent[] {
  return breakable(text).flatMap((part) => (part.type === 'text' ? parted(part.value, dividedRuns) : [part]));
}

/** The text of code in a cell with opportunities to break the line in long words. */
export function breakableCode({ value }: Text): ElementContent[] {
  return parted(value, (word) =>
    word.length <= longest ? [word] : joinedShort(word.split(humps)).flatMap((part) => dividedRuns(part)),
  );
}

/** Runs that no reader reads as a word, such as hashes, in groups of eight. */
function dividedRuns(word: string): string[] {
  const isRun = word.length > longest && /\d/.test(word) && /^[\w+=-]*[a-z][\w+=-]*$/i.test(word);
  return isRun ? (word.match(/.{1,8}/gs) ?? [word]) : [word];
}

/** Parts of fewer than three characters are left with what is before them. */
function joinedShort(parts: ReadonlyArray<string>): string[] {
  const joined: string[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last !== undefined && (last.length < 3 || part.length < 3)) joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  return joined;
}
