import { inLatinDigits } from '../../language/digits.ts';

/** The text with white space in a row as one space, in normalization form C. */
export function normal(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}

/**
 * Letters and digits alone: what is left of a text however it was broken into lines, hyphenated
 * and set, and whatever digits its numbers are written in.
 */
export function squeezed(text: string): string {
  return inLatinDigits(text.normalize('NFKC')).replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
}
