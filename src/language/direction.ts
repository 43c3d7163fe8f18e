import { scriptOf } from './tag.ts';

/** Scripts written from right to left (ISO 15924). */
const rightToLeft: ReadonlySet<string | undefined> = new Set([
  'Adlm',
  'Arab',
  'Aran',
  'Armi',
  'Hebr',
  'Mand',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
]);

/**
 * Which way a language is written: that of its script.
 *
 * @param language a BCP 47 tag; a script subtag decides over the language
 */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(scriptOf(language)) ? 'rtl' : 'ltr';
}
