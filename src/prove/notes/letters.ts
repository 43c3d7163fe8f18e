import { inLatinDigits } from '../../language/digits.ts';

/**
 * The letters, marks and digits of a text, which is what two editions of it have in common: spaces,
 * hyphens, joiners and punctuation are left out.
 */
export function letters(text: string): string {
  return text.normalize('NFD').replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** The text without the characters given. */
export function without(text: string, characters: ReadonlySet<string>): string {
  if (characters.size === 0) return text;
  return Array.from(text)
    .filter((each) => !characters.has(each))
    .join('');
}

/**
 * What a mark or the head of a note shows, without the full stop behind a number, in the digits 0 to 9: items of
 * lists in e-books are counted by the reading system, whatever digits it shows.
 */
export function numberText(text: string): string {
  return inLatinDigits(text.normalize('NFKC')).replace(/[\s.\p{Cf}]/gu, '');
}
